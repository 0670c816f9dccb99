import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { CalendarDay, WallClock, ZoneName } from "#lib/tracking/event-time.ts";

/**
 * Every date and time a shopper reads. All of it is formatted from wall clocks as if they were UTC, so the
 * process's own zone has no say; and remembered, since pages share few minutes, days and zones.
 */
const remembered = boundedMemo<string>(20_000);
const formats = boundedMemo<Intl.DateTimeFormat>(500);
const relativeFormats = boundedMemo<Intl.RelativeTimeFormat>(50);

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formats(JSON.stringify([locale, options]), () => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
}

const DAY_STYLES = {
  /** "Monday, September 20" */
  heading: { weekday: "long", day: "numeric", month: "long" },
  /** "September 20" */
  long: { day: "numeric", month: "long" },
  /** "Mon, Sep 20" */
  short: { weekday: "short", day: "numeric", month: "short" },
  /** "Sep 20" */
  date: { day: "numeric", month: "short" },
  /** "Monday" */
  weekday: { weekday: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof DAY_STYLES;

/** The year is said when it is not `today`'s. */
export function dayText(locale: string, style: DayStyle, { day, today }: { day: CalendarDay; today: CalendarDay }): string {
  const withYear = style !== "weekday" && day.slice(0, 4) !== today.slice(0, 4);
  return remembered(`day|${locale}|${style}|${withYear}|${day}`, () =>
    dateFormat(locale, { ...DAY_STYLES[style], ...(withYear ? { year: "numeric" } : {}) }).format(Date.parse(`${day}T00:00:00Z`)),
  );
}

/** "today", "tomorrow", "yesterday": where the language has a word for it. */
export function relativeDayText(locale: string, days: number): string {
  return remembered(`relative|${locale}|${days}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day"));
}

/** "8:10 am", "08:10" */
export function clockText(locale: string, local: WallClock): string {
  const clock = local.slice(11, 16);
  return remembered(`clock|${locale}|${clock}`, () => formatClock(locale, clock, "minutes"));
}

/** A promised hour, `HH:mm`: "5 pm", "5:30 pm", "17:00" */
export function hourText(locale: string, hour: string): string {
  return remembered(`hour|${locale}|${hour}`, () => formatClock(locale, hour.slice(0, 5), hour.endsWith(":00") ? "hour" : "minutes"));
}

function formatClock(locale: string, clock: string, precision: "hour" | "minutes"): string {
  const isTwelveHours = dateFormat(locale, { hour: "numeric" }).resolvedOptions().hour12;
  const hour = isTwelveHours ? "numeric" : "2-digit";
  const options: Intl.DateTimeFormatOptions = isTwelveHours && precision === "hour" ? { hour } : { hour, minute: "2-digit" };
  return quiet(dateFormat(locale, options).format(Date.parse(`1970-01-01T${clock}:00Z`)));
}

/** "8:10 am" rather than a shouting "8:10 AM", and with a space that a search on the page finds. */
function quiet(text: string): string {
  return text.replace(/\u202f/g, " ").replace(/\b[AP]M\b/, (dayPeriod) => dayPeriod.toLowerCase());
}

/** Abbreviations in use differ by country: each of these knows the ones of its own region. */
const ABBREVIATING_LOCALES = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-NZ", "en-ZA", "ja-JP"];

/** "CDT", "MESZ", "JST" where people have a word for it, else "UTC+3". */
export function zoneText(locale: string, zone: ZoneName, { utc, local }: { utc: Instant; local: WallClock }): string {
  const offset = Math.round((Date.parse(`${local}Z`) - epochMsOf(utc)) / MINUTE_MS);
  return remembered(`zone|${locale}|${zone}|${offset}`, () => abbreviation(locale, zone, utc) ?? offsetText(offset));
}

function abbreviation(locale: string, zone: ZoneName, utc: Instant): string | null {
  if (/^[+-]/.test(zone)) return null;
  for (const asked of [locale, ...ABBREVIATING_LOCALES]) {
    const parts = dateFormat(asked, { timeZone: zone, hour: "numeric", timeZoneName: "short" }).formatToParts(epochMsOf(utc));
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (/^[A-Z]{2,5}$/.test(name)) return name;
  }
  return null;
}

function offsetText(offset: number): string {
  if (offset === 0) return "UTC";
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "−" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}

const YEARS = { unit: "year", ms: 365.25 * DAY_MS, below: Number.POSITIVE_INFINITY } as const;
const AGES = [
  { unit: "minute", ms: MINUTE_MS, below: HOUR_MS },
  { unit: "hour", ms: HOUR_MS, below: DAY_MS },
  { unit: "day", ms: DAY_MS, below: 60 * DAY_MS },
  { unit: "month", ms: 30 * DAY_MS, below: 2 * YEARS.ms },
  YEARS,
] as const;

/** "12 minutes ago"; null when it is less than a minute. */
export function agoText(locale: string, { at, now }: { at: Instant; now: Instant }): string | null {
  const ageMs = epochMsOf(now) - epochMsOf(at);
  if (ageMs < MINUTE_MS) return null;
  const { unit, ms } = AGES.find(({ below }) => ageMs < below) ?? YEARS;
  const count = Math.floor(ageMs / ms);
  return remembered(`ago|${locale}|${unit}|${count}`, () =>
    closeUp(relativeFormats(locale, () => new Intl.RelativeTimeFormat(locale, { numeric: "always" })).format(-count, unit)),
  );
}

/** "10時間前" rather than "10 時間前": Japanese and Chinese words stand close to their numbers. */
export function closeUp(text: string): string {
  return text.replace(/(?<=\p{Nd})\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, "");
}
