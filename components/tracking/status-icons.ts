import type { IconName } from "#components/ui/icon.tsx";
import type { Status } from "#lib/tracking/status.ts";

export const STATUS_ICONS: Record<Status, IconName> = {
  unknown: "question",
  pre_transit: "label",
  in_transit: "route",
  out_for_delivery: "truck",
  available_for_pickup: "store",
  delivered: "check",
  return_to_sender: "return",
  failure: "alert",
  cancelled: "cross",
  error: "alert",
};
