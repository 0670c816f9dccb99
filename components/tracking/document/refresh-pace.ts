import type { PageView } from "#lib/view/tracking-view.ts";

const MINUTE_MS = 60_000;
const USUAL_MS = 5 * MINUTE_MS;
const NEAR_THE_DOOR_MS = MINUTE_MS;
const SLOWEST_MS = 30 * MINUTE_MS;

/** How long to wait before asking again: shorter near the door, longer after every failure, `false` once nothing more will come. */
export function refreshPaceMs(view: Pick<PageView, "kind" | "refreshPath"> & { status?: string }, failures: number): number | false {
  if (view.refreshPath === null) return false;
  const usual = view.status === "out_for_delivery" ? NEAR_THE_DOOR_MS : USUAL_MS;
  return Math.min(usual * 2 ** failures, SLOWEST_MS);
}
