import type { ZoneName } from "#lib/tracking/event-time.ts";
import zones from "./data/zones.json" with { type: "json" };

const byCountry: Readonly<Record<string, readonly string[]>> = zones.byCountry;
const onlyZone: Readonly<Record<string, string>> = zones.onlyZone;
const byRegion: Readonly<Record<string, Readonly<Record<string, string>>>> = zones.byRegion;
const sameClocks: Readonly<Record<string, string>> = zones.sameClocks;

export const COUNTRY_CODES: readonly string[] = Object.keys(byCountry);

export function isCountryCode(code: string): boolean {
  return code in byCountry;
}

/** Every zone of the country, most people first; empty for codes nobody uses. */
export function zonesOfCountry(country: string): readonly ZoneName[] {
  return (byCountry[country] ?? []) as readonly ZoneName[];
}

/** The zone of a country that has only one clock. */
export function onlyZoneOf(country: string): ZoneName | null {
  return (onlyZone[country] ?? null) as ZoneName | null;
}

/** The zone of a state or province that has only one clock. */
export function zoneOfRegion(country: string, region: string): ZoneName | null {
  return (byRegion[country]?.[region] ?? null) as ZoneName | null;
}

/** Whether clocks in both zones have shown the same since 2012. */
export function haveSameClock(a: ZoneName, b: ZoneName): boolean {
  return (sameClocks[a] ?? a) === (sameClocks[b] ?? b);
}
