import type { Instant } from "#lib/shared/clock.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { explainHeaders, type HeaderRole } from "#lib/tracking/explain-headers.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import type { MappingNote, ProviderName, VendorWords } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan, SnapshotHeader, Tracker } from "#lib/tracking/tracker.ts";
import { type MomentText, momentText } from "./console-time.ts";
import { type InspectedTime, inspectTime } from "./inspect-time.ts";
import { placeText } from "./place-text.ts";
import { PROVIDER_NAMES } from "./provider-name.ts";
import { createTranslator } from "./translate.ts";

/** A vendor's words, as they came. */
export interface VendorWord {
  label: string;
  word: string;
}

/** What we made of them. */
export interface Reading {
  status: Status;
  /** The finer word, in the page's words. */
  detail: string;
}

export interface InspectedHeader {
  key: string;
  asOf: MomentText | null;
  words: VendorWord[];
  reading: Reading;
  /** "the status", "the delivery day" */
  decides: string[];
}

export interface InspectedScan {
  key: string;
  time: InspectedTime;
  place: string | null;
  /** The carrier's sentence. */
  message: string | null;
  words: VendorWord[];
  reading: Reading;
  signer: string | null;
  receivedAt: MomentText;
  /** Why the page does not show it; null where it does. */
  hidden: string | null;
}

export interface InspectedVendor {
  provider: ProviderName;
  name: string;
  /** Whether its word is the parcel's status. */
  isDeciding: boolean;
  headers: InspectedHeader[];
  scans: InspectedScan[];
}

export interface InspectedVendors {
  /** Why the parcel stands as it does. */
  verdict: string;
  vendors: InspectedVendor[];
  /** Words that no table knows. */
  notes: { field: string; word: string }[];
}

export interface InspectVendorsInput {
  tracker: Tracker;
  headers: readonly SnapshotHeader[];
  notes: readonly MappingNote[];
  scans: readonly { scan: Scan; receivedAt: Instant }[];
  fencedBefore: CalendarDay | null;
  now: Instant;
}

const t = createTranslator("en");

/** What each vendor said of a parcel, how it was read, and whose word counts; the one that decides first. */
export function inspectVendors(input: InspectVendorsInput): InspectedVendors {
  const { tracker, headers, notes, scans, now } = input;
  const explained = explainHeaders(headers);
  const tellers = new Set([tracker.vendor.provider, ...headers.map(({ provider }) => provider), ...scans.map(({ scan }) => scan.provider)]);
  const vendors = [...tellers].flatMap((provider): InspectedVendor[] => {
    if (provider === null) return [];
    return [
      {
        provider,
        name: PROVIDER_NAMES[provider],
        isDeciding: provider === tracker.vendor.provider,
        headers: explained
          .filter(({ header }) => header.provider === provider)
          .map(({ header, decides }) => inspectHeader(header, { decides, now })),
        scans: inspectScans(input, provider),
      },
    ];
  });
  return {
    verdict: verdictOf(tracker, explained.find(({ decides }) => decides.includes("status"))?.header ?? null),
    vendors,
    notes: notes.map(({ field, word }) => ({ field: FIELDS[field], word })),
  };
}

const FIELDS: Readonly<Record<MappingNote["field"], string>> = {
  status: "a status",
  status_detail: "a status detail",
  carrier: "a carrier",
  time: "a time",
  place: "a place",
  scans: "scans",
};

const readingOf = ({ status, substatus }: { status: Status; substatus: Substatus }): Reading => ({
  status,
  detail: t(`substatus.${substatus}`),
});

function verdictOf(tracker: Tracker, deciding: SnapshotHeader | null): string {
  if (deciding === null) return "Nobody has told anything of it yet.";
  const name = PROVIDER_NAMES[deciding.provider];
  const said = [...new Set(wordsOf(deciding.vendor).map(({ word }) => `“${word}”`))];
  const words = said.length === 0 ? `${name} tells its scans alone` : `${name} says ${lists.format(said)}`;
  if (deciding.status === "delivered" && tracker.substatus === "returned") {
    return `${words}, but the parcel had turned back before: so it was delivered to the shop.`;
  }
  return `${words}, which we read as “${t(`substatus.${tracker.substatus}`)}”. It is the latest picture of the parcel, so it counts.`;
}

const lists = new Intl.ListFormat("en-GB");

const DECIDES: Readonly<Record<HeaderRole, string>> = {
  status: "the status",
  return: "that it came back",
  estimated_delivery: "the delivery day",
  original_promise: "the first promise",
  service: "the service",
  origin: "where it comes from",
  destination: "where it goes",
  signature: "who signed",
  weight: "the weight",
};

function inspectHeader(header: SnapshotHeader, { decides, now }: { decides: readonly HeaderRole[]; now: Instant }): InspectedHeader {
  return {
    key: header.digest,
    asOf: header.asOf === null ? null : momentText(header.asOf, now),
    words: wordsOf(header.vendor),
    reading: readingOf(header),
    decides: decides
      .filter((role) => role !== "return" || header.isReturn || header.status === "return_to_sender")
      .map((role) => DECIDES[role]),
  };
}

function wordsOf({ status, detail, code }: VendorWords): VendorWord[] {
  const words = [
    { label: "status", word: status },
    { label: "detail", word: detail },
    { label: "code", word: code },
  ];
  return words.filter((each): each is VendorWord => each.word !== null);
}

function inspectScans({ tracker, scans, fencedBefore, now }: InspectVendorsInput, provider: ProviderName): InspectedScan[] {
  const shown = new Set(tracker.scans.map(({ key }) => key));
  const received = new Map(scans.map(({ scan, receivedAt }) => [scan.key, receivedAt]));
  const own = scans.filter(({ scan }) => scan.provider === provider).map(({ scan }) => scan);
  return newestFirst(own).map((scan) => ({
    key: scan.key,
    time: inspectTime(scan.time, scan.place, now),
    place: placeText(scan.place, { locale: "en-GB", isInternational: true }),
    message: scan.message,
    words: wordsOf(scan.vendor),
    reading: readingOf(scan),
    signer: scan.signer,
    receivedAt: momentText(received.get(scan.key) ?? now, now),
    hidden: shown.has(scan.key)
      ? null
      : isFenced(scan, fencedBefore)
        ? "Not shown: it belongs to an earlier parcel of this number."
        : "Not shown: another scan tells the same.",
  }));
}

function isFenced({ time }: Scan, fencedBefore: CalendarDay | null): boolean {
  const day = calendarDayOf(time);
  return fencedBefore !== null && day !== null && day < fencedBefore;
}
