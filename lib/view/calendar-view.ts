import type { Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, WallClock } from "#lib/tracking/event-time.ts";

/** What a shopper's calendar is told: one day or hour to keep in mind, as plain JSON in their language. */
export interface CalendarView {
  name: string;
  /** What stands in the calendar itself, where it holds nothing yet. */
  description: string;
  /** False once no further news is expected. */
  isMoving: boolean;
  hold: CalendarHold | null;
}

export interface CalendarHold {
  /** The same for one parcel for ever. */
  uid: string;
  /** Rises with every change of the parcel. */
  sequence: number;
  changedAt: Instant;
  status: "tentative" | "confirmed" | "cancelled";
  time: HoldTime;
  summary: string;
  description: string;
  url: string;
}

/** As much as the carrier said: a day, hours on the clocks there, or moments where the zone is known. Without `until`, a moment. */
export type HoldTime =
  | { kind: "day"; day: CalendarDay }
  | { kind: "clocks"; from: WallClock; until: WallClock | null }
  | { kind: "instants"; from: Instant; until: Instant | null };
