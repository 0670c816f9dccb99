import { STILL_COMING } from "./lede.ts";
import { pagePath, viewerQuery } from "./page-links.ts";
import type { Redacted } from "./redact.ts";
import type { LinkText } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

/** While the promised day is to come. The calendar holds nothing private, so no key goes there. */
export function calendarLink({ tracker, viewer }: Redacted, { t, today }: Voice): LinkText | null {
  const { estimatedDelivery: promise, isFinal } = tracker;
  if (isFinal || promise === null || promise.on < today || !STILL_COMING.has(tracker.status)) return null;
  const query = viewerQuery({ ...viewer, key: null, theme: null });
  return { label: t("calendar.add"), href: `${pagePath(tracker, viewer, "ics")}${query}` };
}
