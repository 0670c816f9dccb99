import type { CalendarDay, EventTime } from "#lib/tracking/event-time.ts";

export interface ShipEngineTimes {
  /** UTC; the wall clock itself, with a meaningless `Z`, where the zone is unknown. */
  occurred_at: string | null;
  /** The wall clock there. */
  carrier_occurred_at: string | null;
}

/** ShipEngine tells an unknown zone by two equal times, and a day without hour by midnight in both. */
export function buildEventTimes(time: EventTime): ShipEngineTimes {
  switch (time.kind) {
    case "none":
      return { occurred_at: null, carrier_occurred_at: null };
    case "day":
      return { occurred_at: `${midnightOf(time.day)}Z`, carrier_occurred_at: midnightOf(time.day) };
    case "instant":
    case "local":
      return { occurred_at: time.utc ?? `${time.local}Z`, carrier_occurred_at: time.local };
  }
}

/** When it was delivered: in UTC where that is known, else what clock or calendar said there, without zone. */
export function toDeliveryDate(time: EventTime | null): string | null {
  if (time === null || time.kind === "none") return null;
  return time.kind === "day" ? midnightOf(time.day) : (time.utc ?? time.local);
}

/** A day in ShipEngine's spelling: it has no dates without time. */
export function midnightOf(day: CalendarDay): string {
  return `${day}T00:00:00`;
}
