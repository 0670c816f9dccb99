import type { SenderDomainState, SenderDomainsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { SenderDomainId } from "#lib/shared/ids.ts";
import { readSenderFindings, type SenderFindings } from "./sender-findings.ts";

/** What the vault seals the keys of domains for. */
export const SENDER_KEY_PURPOSE = "sender_domains.private_key";

/** In lower case, as domains are kept. */
export const domainOfAddress = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** A domain a merchant writes from, or wants to, without its secret. */
export interface SenderDomain {
  id: SenderDomainId;
  domain: string;
  selector: string;
  /** Base64 of its DER, as the record holds it. */
  publicKey: string;
  state: SenderDomainState;
  addedAt: Instant;
  checkedAt: Instant | null;
  /** What the last check found; null before the first. */
  findings: SenderFindings | null;
}

export function readSenderDomainRow(row: SenderDomainsTable): SenderDomain {
  return {
    id: row.id,
    domain: row.domain,
    selector: row.selector,
    publicKey: row.public_key,
    state: row.state,
    addedAt: row.created_at,
    checkedAt: row.checked_at,
    findings: readSenderFindings(row.findings),
  };
}
