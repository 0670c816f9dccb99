import { nameReturn } from "./name-return.ts";
import { type Redacted, redact } from "./redact.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import { createVoice, type Voice } from "./voice.ts";

export interface Spoken {
  parcel: Redacted;
  voice: Voice;
}

/** A parcel as people are told of it: redacted for who looks, its return called one, and a voice to tell it in. */
export function speakOf(input: TrackingViewInput): Spoken {
  const parcel = redact({ ...input, tracker: nameReturn(input.tracker) });
  return { parcel, voice: createVoice(parcel) };
}
