import type { IconName } from "#components/ui/icon.tsx";
import type { Status } from "#lib/tracking/status.ts";
import type { TrackingView } from "#lib/view/tracking-view.ts";

const STATUS_ICONS: Record<Status, IconName> = {
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

/** A parcel that needs somebody has the look of it, also where colours are not seen. */
export function statusIcon({ status, tone }: Pick<TrackingView, "status" | "tone">): IconName {
  return tone === "attention" && status !== "available_for_pickup" ? "alert" : STATUS_ICONS[status];
}
