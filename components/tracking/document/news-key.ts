import type { PageView } from "#lib/view/tracking-view.ts";

/** What a shopper would call news, as one short text: equal keys mean that nothing worth saying has changed. */
export function newsKey(view: PageView): string {
  if (view.kind === "notice") return `notice ${view.reason}`;
  const scans = view.journey.flatMap((day) => day.scans);
  return [view.status, view.substatus, view.headline, scans.length, scans[0]?.key ?? ""].join(" ");
}
