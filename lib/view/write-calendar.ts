import ical, {
  escape as escapeText,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { plusDays } from "#lib/tracking/calendar-day.ts";
import type { CalendarHold, CalendarView, HoldTime } from "./calendar-view.ts";
import { legibleText } from "./legible-text.ts";

const HOUR_SECONDS = 3600;
const STATUSES = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarHold["status"], ICalEventStatus>;

/** A calendar as iCalendar (RFC 5545): subscribed to, it is asked again; kept as a file, a newer one of the same UID takes its place. */
export function writeCalendar(view: CalendarView): string {
  const calendar = ical({
    prodId: { company: "Waymark", product: "Tracking page" },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes what events say, and not what calendars do.
    name: escapeText(legibleText(view.name), false),
    description: escapeText(legibleText(view.description), false),
    ttl: view.isMoving ? HOUR_SECONDS : 24 * HOUR_SECONDS,
  });
  if (view.hold) calendar.createEvent(event(view.hold));
  const text = `${calendar}\r\n`;
  return view.hold ? text : text.replace(END, `\r\n${UTC}${END}`);
}

const END = "\r\nEND:VCALENDAR";
/** A calendar holds one component at least (RFC 5545, 3.6). The library writes a zone with properties behind it, where none may stand. */
const UTC = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

function event(hold: CalendarHold): ICalEventData {
  return {
    id: hold.uid,
    sequence: hold.sequence,
    stamp: hold.changedAt,
    lastModified: hold.changedAt,
    ...times(hold.time),
    summary: legibleText(hold.summary),
    description: legibleText(hold.description),
    url: hold.url,
    status: STATUSES[hold.status],
    // Somebody who waits for a parcel is not busy.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  };
}

/** Days and wall clocks go in as if they were UTC, and come out without saying so. */
function times(time: HoldTime): Pick<ICalEventData, "allDay" | "floating" | "start"> & { end?: string } {
  switch (time.kind) {
    case "day":
      return { allDay: true, start: `${time.day}T00:00:00Z`, end: `${plusDays(time.day, 1)}T00:00:00Z` };
    case "clocks":
      return { floating: true, start: `${time.from}Z`, ...(time.until && { end: `${time.until}Z` }) };
    case "instants":
      return { start: time.from, ...(time.until && { end: time.until }) };
  }
}
