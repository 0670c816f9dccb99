import type { Status } from "#lib/tracking/status.ts";
import { isActionRequired, type Substatus } from "#lib/tracking/substatus.ts";
import type { Tone } from "./tracking-view.ts";

const TONES: Readonly<Record<Status, Tone>> = {
  unknown: "muted",
  pre_transit: "muted",
  in_transit: "progress",
  out_for_delivery: "progress",
  available_for_pickup: "attention",
  delivered: "good",
  return_to_sender: "bad",
  failure: "bad",
  cancelled: "bad",
  error: "attention",
};

export function chooseTone(status: Status, substatus: Substatus): Tone {
  const tone = TONES[status];
  return tone !== "bad" && isActionRequired(substatus) ? "attention" : tone;
}
