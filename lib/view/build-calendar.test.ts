import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { buildCalendar } from "./build-calendar.ts";
import type { CalendarHold, CalendarView } from "./calendar-view.ts";
import { readCalendar } from "./read-calendar.testing.ts";
import { at, LAS_VEGAS, moving, onDay, promise, SARCOXIE, sampleInput, sampleScan } from "./sample-input.ts";
import { writeCalendar } from "./write-calendar.ts";

type Facts = Parameters<typeof sampleInput>[0];
const facts = { origin: "https://parcels.fern.example", version: 7 };
const calendar = (input: Facts) => buildCalendar(sampleInput(input), facts);
const hold = (tracker: NonNullable<Facts>["tracker"] = {}) => calendar({ tracker }).hold;
const anyHold = hold(moving("2026-09-24")) as CalendarHold;

describe("a parcel in a shopper's calendar", () => {
  it("holds the whole day it is promised for, for as long as it stands", () => {
    expect(hold(moving("2026-09-24"))).toMatchObject({
      status: "tentative",
      time: { kind: "day", day: "2026-09-24" },
      summary: "Parcel from Fern & Fable",
      url: "https://parcels.fern.example/usps/9405511899223197428490",
    });
    expect(hold(moving("2026-09-24"))?.description).toContain("The day can still change.");
  });

  it("holds the hours of a window, as moments where the destination's zone is known", () => {
    const window = moving("2026-09-24", { from: "13:00", until: "17:00" });
    expect(hold(window)?.time).toEqual({ kind: "instants", from: "2026-09-24T18:00:00Z", until: "2026-09-24T22:00:00Z" });
  });

  it("holds the hours of a window as clocks there show them where nobody knows which zone that is", () => {
    const window = moving("2026-09-24", { from: "13:00", until: "17:00" });
    const clocks = { kind: "clocks", from: "2026-09-24T13:00:00", until: "2026-09-24T17:00:00" };
    expect(hold({ ...window, destination: null })?.time).toEqual(clocks);
    expect(hold({ ...window, destination: { ...NOWHERE, country: "US" } })?.time).toEqual(clocks);
  });

  it("holds the whole day where only the end or only the beginning is known, and says which", () => {
    const by = hold({ ...moving("2026-09-24"), estimatedDelivery: promise("2026-09-24", { until: "17:00" }) });
    expect([by?.time.kind, by?.summary]).toEqual(["day", "Parcel from Fern & Fable, by 17:00"]);
    const from = hold({ ...moving("2026-09-24"), estimatedDelivery: promise("2026-09-24", { from: "08:30" }) });
    expect([from?.time.kind, from?.summary]).toEqual(["day", "Parcel from Fern & Fable, after 08:30"]);
  });

  it("holds the day a driver took it along, where no day was promised", () => {
    expect(hold({ estimatedDelivery: null })).toMatchObject({ status: "confirmed", time: { kind: "day", day: "2026-09-21" } });
  });

  it("holds the day from which it can be collected", () => {
    const ready = sampleScan({ status: "available_for_pickup", time: at("2026-09-22T15:00:00Z", "2026-09-22T10:00:00"), place: SARCOXIE });
    expect(hold({ status: "available_for_pickup", substatus: "pickup_available", scans: [ready] })).toMatchObject({
      status: "confirmed",
      time: { kind: "day", day: "2026-09-22" },
      summary: "Ready to collect: parcel from Fern & Fable",
    });
  });

  it("keeps when it was delivered, as exactly as the carrier said", () => {
    const delivered = (deliveredTime: ReturnType<typeof at> | ReturnType<typeof onDay>) =>
      hold({ status: "delivered", substatus: "delivered", isFinal: true, deliveredTime });
    expect(delivered(at("2026-09-21T19:03:00Z", "2026-09-21T14:03:00"))).toMatchObject({
      status: "confirmed",
      time: { kind: "instants", from: "2026-09-21T19:03:00Z", until: null },
      summary: "Delivered: parcel from Fern & Fable",
    });
    expect(delivered(onDay("2026-09-21"))?.time).toEqual({ kind: "day", day: "2026-09-21" });
  });

  it.each(["cancelled", "return_to_sender", "failure"] as const)("takes back what it held once it is %s", (status) => {
    const ended = { ...moving("2026-09-24"), status, isFinal: true };
    expect(hold(ended)).toMatchObject({ status: "cancelled", uid: anyHold.uid, time: { kind: "day", day: "2026-09-24" } });
    expect(hold({ ...ended, estimatedDelivery: null })).toBeNull();
  });

  it("is one event for ever, and each change is a newer one of it", () => {
    const input = sampleInput({ tracker: moving("2026-09-26") });
    const later = buildCalendar(input, { ...facts, version: 8 }).hold;
    expect([later?.uid, later?.sequence, anyHold.sequence]).toEqual([anyHold.uid, 8, 7]);
    expect(hold({ ...moving("2026-09-24"), epoch: 2 })?.uid).not.toBe(anyHold.uid);
  });

  it("says that no day is known yet, and holds nothing", () => {
    expect(calendar({ tracker: moving(null) })).toMatchObject({
      hold: null,
      description: expect.stringContaining("No delivery day is known yet"),
    });
  });

  it("speaks the shopper's language", () => {
    expect(calendar({ tracker: moving("2026-09-24"), viewer: { lang: "de", locale: "de-DE" } }).hold).toMatchObject({
      summary: "Paket von Fern & Fable",
      description: expect.stringContaining("Der Tag kann sich noch ändern."),
    });
  });

  it("shows the public nothing that only the key opens", () => {
    const tracker = { ...moving("2026-09-24"), signedBy: "A. TESTER", destination: SARCOXIE, origin: LAS_VEGAS };
    const tiers = (["public", "private"] as const).map((tier) => writeCalendar(calendar({ tracker, viewer: { tier, key: "secret" } })));
    for (const text of tiers) expect(text).not.toMatch(/secret|TESTER|64862/);
  });
});

describe("a calendar as it is sent", () => {
  const sent = (view: Partial<CalendarView>) => {
    const text = writeCalendar({ name: "Parcel", description: "Parcel", isMoving: true, hold: anyHold, ...view });
    return readCalendar(text);
  };
  const event = (facts: Partial<CalendarHold>) => Object.fromEntries(sent({ hold: { ...anyHold, ...facts } }).events[0] ?? []);

  it("is of one event, free for the shopper, with the moment it changed", () => {
    expect(event({})).toMatchObject({
      UID: "usps.9405511899223197428490.production.1.fern-and-fable@waymark",
      SEQUENCE: "7",
      DTSTAMP: "20260921T132200Z",
      "LAST-MODIFIED": "20260921T132200Z",
      "DTSTART;VALUE=DATE": "20260924",
      "DTEND;VALUE=DATE": "20260925",
      STATUS: "TENTATIVE",
      TRANSP: "TRANSPARENT",
      "URL;VALUE=URI": "https://parcels.fern.example/usps/9405511899223197428490",
    });
  });

  it("gives moments in UTC, clocks without a zone, and a delivery no length", () => {
    const instants = { kind: "instants", from: "2026-09-24T18:00:00Z", until: "2026-09-24T22:00:00Z" } as CalendarHold["time"];
    expect(event({ time: instants })).toMatchObject({ DTSTART: "20260924T180000Z", DTEND: "20260924T220000Z" });
    const clocks = { kind: "clocks", from: "2026-09-24T13:00:00", until: "2026-09-24T17:00:00" } as CalendarHold["time"];
    expect(event({ time: clocks })).toMatchObject({ DTSTART: "20260924T130000", DTEND: "20260924T170000" });
    expect(event({ time: { ...instants, until: null } as CalendarHold["time"] })).not.toHaveProperty("DTEND");
  });

  it("is valid without an event, and says why it has none", () => {
    const { calendar, events } = sent({ hold: null, name: "END:VCALENDAR", description: "No day yet; wait, please" });
    expect([events, calendar.get("X-WR-CALNAME")]).toEqual([[], "END:VCALENDAR"]);
    expect([calendar.get("X-WR-CALDESC"), calendar.get("METHOD"), calendar.get("VERSION")]).toEqual([
      "No day yet; wait, please",
      "PUBLISH",
      "2.0",
    ]);
  });

  it("is asked for again by the hour while the parcel moves, and by the day once it is done", () => {
    const refresh = (isMoving: boolean) => sent({ isMoving }).calendar.get("REFRESH-INTERVAL;VALUE=DURATION");
    expect([refresh(true), refresh(false)]).toEqual(["PT1H", "P1D"]);
  });

  it("carries any text through folding and escaping", () => {
    const legible = (text: string) =>
      text
        .toWellFormed()
        .replace(/\r\n?/g, "\n")
        .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const sentences = `${text}\n\n${text}`;
        const { SUMMARY, DESCRIPTION } = event({ summary: text, description: sentences });
        expect([SUMMARY, DESCRIPTION]).toEqual([legible(text), legible(sentences)]);
        expect(sent({ description: sentences }).calendar.get("X-WR-CALDESC")).toBe(legible(sentences));
      }),
      { numRuns: 40 },
    );
  });
});
