import type { CarrierSlug } from "./catalog.ts";
import { FORMATS } from "./formats.ts";
import { matchFormat } from "./match-format.ts";
import { nearMissReason } from "./near-miss-reason.ts";
import type { NumberFormat } from "./number-format.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

export interface Candidate {
  readonly carrier: CarrierSlug;
  /** 0 to 1, two decimals. */
  readonly confidence: number;
}

export interface NearMiss {
  readonly carrier: CarrierSlug;
  /** What looks wrong, as a sentence. */
  readonly reason: string;
}

export interface Detection {
  /** Normalized; as given where it cannot be a number. */
  readonly number: string;
  readonly candidates: readonly Candidate[];
  readonly nearMisses: readonly NearMiss[];
}

/** Two carriers whose confidence lies closer than this are a choice for whoever asks. */
const CLEAR_LEAD = 0.2;

function confidenceOf(format: NumberFormat, number: string): number {
  if (format.distinctive) return format.check ? 0.98 : 0.9;
  if (!format.check) return format.regional ? 0.2 : 0.3;
  if (format.usual?.test(number)) return 0.85;
  return format.regional ? 0.5 : 0.7;
}

/** Highest confidence first; formats come most common first, and the sort is stable. */
function ranked<T extends Candidate>(found: readonly T[]): T[] {
  const best = new Map<CarrierSlug, T>();
  for (const each of found.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!best.has(each.carrier)) best.set(each.carrier, each);
  }
  return [...best.values()];
}

/**
 * Which carriers a number may belong to, the likeliest first. A near miss has a carrier's shape but fails its
 * check digit, and its carrier is in no other way a candidate. Never throws; takes time linear in the text.
 */
export function detectCarrier(raw: string): Detection {
  const number = normalizeTrackingNumber(raw);
  if (number === null) return { number: raw.trim(), candidates: [], nearMisses: [] };
  const found: Candidate[] = [];
  const missed: (Candidate & NearMiss)[] = [];
  for (const format of FORMATS) {
    const match = matchFormat(format, number);
    if (match.kind === "none") continue;
    const confidence = confidenceOf(format, number);
    if (match.kind === "match") found.push({ carrier: match.carrier, confidence });
    else missed.push({ carrier: match.carrier, confidence, reason: nearMissReason(format, number, match) });
  }
  const candidates = ranked(found);
  const nearMisses = ranked(missed)
    .filter((miss) => !candidates.some((candidate) => candidate.carrier === miss.carrier))
    .map(({ carrier, reason }) => ({ carrier, reason }));
  return { number, candidates, nearMisses };
}

/** The candidate that leaves no doubt: the only one, or one well ahead of the next; null where a person must choose. */
export function clearCandidate({ candidates: [first, second] }: Detection): Candidate | null {
  if (first === undefined) return null;
  return second === undefined || first.confidence - second.confidence >= CLEAR_LEAD ? first : null;
}
