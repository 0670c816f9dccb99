import type { JourneyDayView } from "#lib/view/tracking-view.ts";

export interface FoldedJourney {
  shown: JourneyDayView[];
  /** A day cut in two appears in both parts, under the same heading. */
  earlier: JourneyDayView[];
}

/** The newest `fold` scans stay open, the rest goes behind "show earlier scans". */
export function foldJourney(days: readonly JourneyDayView[], fold: number): FoldedJourney {
  const folded: FoldedJourney = { shown: [], earlier: [] };
  let room = fold;
  for (const day of days) {
    const open = day.scans.slice(0, room);
    const rest = day.scans.slice(room);
    if (open.length > 0) folded.shown.push({ ...day, scans: open });
    if (rest.length > 0) folded.earlier.push({ ...day, scans: rest });
    room -= open.length;
  }
  return folded;
}
