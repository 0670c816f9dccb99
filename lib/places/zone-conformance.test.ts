import { describe, expect, it } from "vitest";
import { z } from "zod";
import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import type { WallClock } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { readGivenTime } from "./read-given-time.ts";
import { resolveEventTime } from "./resolve-event-time.ts";

const rowSchema = z.object({
  carrier: z.string(),
  local: z.string(),
  utc: z.string(),
  offset: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  utc_agrees_with_offset: z.boolean().optional(),
  offset_matches_tz: z.boolean().optional(),
});
type Row = z.infer<typeof rowSchema>;

const rows = sharedFixtures.present ? z.array(rowSchema).parse(sharedFixtures.readJson("timezone-pairs", "pairs.json")) : [];
const isConsistent = (row: Row) => row.utc_agrees_with_offset !== false && row.offset_matches_tz !== false;
const titled = (list: Row[]) => list.map((row): [string, Row] => [`${row.carrier} ${row.local} ${row.city ?? row.zip ?? "no place"}`, row]);

function placeOf(row: Row): Place {
  return {
    ...NOWHERE,
    city: row.city,
    region: row.state,
    postalCode: row.zip,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

function resolveLocal(row: Row) {
  const time = resolveEventTime({ kind: "local", local: row.local as WallClock }, placeOf(row));
  if (time.kind !== "local") throw new Error(`a wall clock became ${time.kind}`);
  return time;
}

const minuteOf = (utc: string) => Math.floor(epochMsOf(utc as Instant) / 60_000);
const isPlaced = (row: Row) => row.country !== null;

describe.skipIf(!sharedFixtures.present)(`time zones of ${sharedFixtures.label}`, () => {
  it.each(titled(rows.filter((row) => isConsistent(row) && isPlaced(row))))(
    "%s comes out right to the minute from clock and place alone",
    (_, row) => {
      expect(minuteOf(resolveLocal(row).utc ?? "")).toBe(minuteOf(row.utc));
    },
  );

  it.each(titled(rows.filter((row) => isConsistent(row) && !isPlaced(row))))(
    "%s stays unknown, since nothing tells where it was",
    (_, row) => {
      expect(resolveLocal(row)).toMatchObject({ utc: null, zone: null, zoneSource: "unknown" });
    },
  );

  it.each(titled(rows.filter((row) => !isConsistent(row))))("%s contradicts itself and its wrong UTC is not believed", (_, row) => {
    const fromClock = resolveLocal(row).utc;
    const fromCarrier = resolveEventTime(readGivenTime(`${row.local}${row.offset ?? ""}`, "offset_is_true"), placeOf(row));
    expect(fromClock).not.toBe(row.utc);
    expect(fromCarrier).toMatchObject({ utc: fromClock });
  });

  it.each(titled(rows.filter((row) => isConsistent(row) && row.offset !== null)))("%s keeps the carrier's own offset", (_, row) => {
    const time = resolveEventTime(readGivenTime(`${row.local}${row.offset}`, "offset_is_true"), placeOf(row));
    expect(time).toMatchObject({ kind: "instant", local: row.local, zoneSource: "carrier" });
    expect(time.kind === "instant" && minuteOf(time.utc)).toBe(minuteOf(row.utc));
  });
});
