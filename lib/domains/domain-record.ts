import type { DomainState, DomainsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { DomainId } from "#lib/shared/ids.ts";
import { type Findings, readFindings } from "./findings.ts";
import { graceEnd } from "./next-step.ts";

/** A host that a merchant says is theirs, and how far they have come with it. */
export interface DomainRecord {
  id: DomainId;
  host: string;
  /** What the TXT record must say. */
  proof: string;
  state: DomainState;
  addedAt: Instant;
  verifiedAt: Instant | null;
  checkedAt: Instant | null;
  nextCheckAt: Instant | null;
  lostSince: Instant | null;
  /** Until when the pages of a lost one go on. */
  servedUntil: Instant | null;
  endedAt: Instant | null;
  /** What the last check found; null before the first. */
  findings: Findings | null;
}

export function readDomainRow(row: DomainsTable): DomainRecord {
  return {
    id: row.id,
    host: row.host,
    proof: row.proof,
    state: row.state,
    addedAt: row.created_at,
    verifiedAt: row.verified_at,
    checkedAt: row.checked_at,
    nextCheckAt: row.next_check_at,
    lostSince: row.lost_since,
    servedUntil: row.lost_since && graceEnd(row.lost_since),
    endedAt: row.ended_at,
    findings: readFindings(row.findings),
  };
}
