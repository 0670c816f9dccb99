import type { Status } from "#lib/tracking/status.ts";
import { Badge, type Tone } from "./badge.tsx";

const STATUSES: Readonly<Record<Status, { tone: Tone; words: string }>> = {
  unknown: { tone: "neutral", words: "No news yet" },
  pre_transit: { tone: "neutral", words: "Label made" },
  in_transit: { tone: "info", words: "On its way" },
  out_for_delivery: { tone: "info", words: "Out for delivery" },
  available_for_pickup: { tone: "warn", words: "Ready to collect" },
  delivered: { tone: "good", words: "Delivered" },
  return_to_sender: { tone: "warn", words: "Going back" },
  failure: { tone: "bad", words: "Not delivered" },
  cancelled: { tone: "neutral", words: "Cancelled" },
  error: { tone: "bad", words: "Tracking problem" },
};

export const statusWords = (status: Status) => STATUSES[status].words;

export function StatusBadge({ status }: { status: Status }) {
  const { tone, words } = STATUSES[status];
  return <Badge tone={tone}>{words}</Badge>;
}
