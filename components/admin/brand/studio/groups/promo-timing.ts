import type { Instant } from "#lib/shared/clock.ts";
import { dayOf } from "#lib/view/console-time.ts";

/** Why a promotion is not on the page today; null while it is. Days as `2026-11-22`; what is no day says nothing. */
export function whyNotShown(fromOn: string, untilOn: string, today: string): string | null {
  if (isDay(fromOn) && fromOn > today) return `Not on the page yet: it begins on ${dayText(fromOn)}.`;
  if (isDay(untilOn) && untilOn < today) return `Not on the page any more: it ended on ${dayText(untilOn)}.`;
  return null;
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const dayText = (day: string) => dayOf(`${day}T00:00:00Z` as Instant);
