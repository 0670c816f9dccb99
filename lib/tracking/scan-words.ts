import type { Place } from "./place.ts";
import type { ScanReport } from "./snapshot.ts";

/** One spelling for words that differ only in case and spacing; null for nothing said. */
export function plainWords(text: string | null): string | null {
  const plain = text?.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  return plain === undefined || plain === "" ? null : plain;
}

const PLACE_WORDS = ["city", "region", "postalCode", "country", "facility"] as const satisfies readonly (keyof Place)[];

/** All that a scan says in words, always in the same order; what we infer from them (coordinates, zone, our status) is left out. */
export function scanWords(report: ScanReport): (string | null)[] {
  const { message, vendor, place } = report;
  return [message, vendor.status, vendor.detail, vendor.code, ...PLACE_WORDS.map((part) => place[part])].map(plainWords);
}
