import { isRealDay, readGivenTime } from "#lib/places/read-given-time.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** How days like 03/04/2026 are meant; those that begin with the year leave no doubt. */
export const DATE_ORDERS = ["day_first", "month_first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const SHAPE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A cell's date → an instant: in UTC where it names no zone, at its beginning where it names no hour. Null for what is no date. */
export function readDate(text: string, order: DateOrder): Instant | null {
  const iso = toIso(text.trim(), order);
  const given = readGivenTime(iso, "offset_is_true");
  switch (given.kind) {
    case "instant":
    case "utc":
      return given.utc;
    case "local":
      return `${given.local}Z` as Instant;
    case "day":
      return `${given.day}T00:00:00Z` as Instant;
    default:
      return null;
  }
}

/** Which order some dates of one column are written in, as far as they tell; with dots, the day is first. */
export function guessDateOrder(cells: readonly string[]): DateOrder {
  const dates = cells.map((cell) => SHAPE.exec(cell.trim())).filter((match) => match !== null);
  const isMonthFirst = dates.some(([, , separator, second]) => separator === "/" && Number(second) > 12);
  return isMonthFirst ? "month_first" : "day_first";
}

function toIso(text: string, order: DateOrder): string {
  const [, first = "", , second = "", year = "", hour, minute = "", seconds = "00"] = SHAPE.exec(text) ?? [];
  if (year === "") return text.replaceAll("/", "-");
  const [day, month] = order === "day_first" ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isRealDay(date)) return "";
  return hour === undefined ? date : `${date}T${hour.padStart(2, "0")}:${minute}:${seconds}`;
}
