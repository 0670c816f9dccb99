import { chooseHeader, compareHeaders, HEADER_CHOICES } from "./snapshot-header.ts";
import type { SnapshotHeader } from "./tracker.ts";

/** What a picture of a parcel can decide. */
export type HeaderRole =
  | "status"
  | "return"
  | "estimated_delivery"
  | "original_promise"
  | "service"
  | "origin"
  | "destination"
  | "signature"
  | "weight";

export interface ExplainedHeader {
  header: SnapshotHeader;
  /** What it decides of the tracker; empty where others overrule it in everything. */
  decides: readonly HeaderRole[];
}

const ROLES = {
  status: ["latestWithNews", "latest"],
  return: ["firstReturn"],
  estimated_delivery: ["latestPromise"],
  original_promise: ["firstStatedOriginal", "firstPromise"],
  service: ["serviceLevel"],
  origin: ["origin"],
  destination: ["destination"],
  signature: ["signedBy"],
  weight: ["weightOz"],
} as const satisfies Record<HeaderRole, readonly (keyof typeof HEADER_CHOICES)[]>;

/** Which of the vendors' pictures decides what `deriveTracker` reads from them; the latest first. */
export function explainHeaders(headers: readonly SnapshotHeader[]): ExplainedHeader[] {
  const sorted = [...headers].sort(compareHeaders);
  const deciding = Object.entries(ROLES).map(([role, choices]) => {
    const chosen = choices.map((name) => chooseHeader(sorted, HEADER_CHOICES[name])).find((header) => header !== null);
    return { role: role as HeaderRole, chosen };
  });
  return sorted.toReversed().map((header) => ({
    header,
    decides: deciding.filter(({ chosen }) => chosen === header).map(({ role }) => role),
  }));
}
