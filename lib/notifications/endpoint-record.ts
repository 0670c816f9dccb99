import type { EndpointFormat, EndpointsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { EndpointId, MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Vault } from "#lib/vault/vault.ts";

/** An endpoint as its merchant sees it: never its secret. */
export interface EndpointRecord {
  id: EndpointId;
  merchantId: MerchantId;
  mode: Mode;
  url: string;
  format: EndpointFormat;
  name: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  disabledAt: Instant | null;
  disabledReason: string | null;
  /** Since when it has accepted nothing; null while all is well. */
  failingSince: Instant | null;
  hasSecret: boolean;
  /** Until when the secret before signs along, in the past as well; null where there was none. */
  previousSecretUntil: Instant | null;
  /** Sent along with every event. */
  headers: { name: string; value: string }[];
}

/** Where the vault's texts stand. */
const SECRET = "endpoints.secret";
const HEADERS = "endpoints.headers";

export function readEndpointRow(row: EndpointsTable, vault: Vault): EndpointRecord {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    mode: row.mode,
    url: row.url,
    format: row.format,
    name: row.name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    failingSince: row.failing_since,
    hasSecret: row.secret !== null,
    previousSecretUntil: row.previous_secret_until,
    headers: row.headers === null ? [] : JSON.parse(vault.open(row.headers, HEADERS)),
  };
}

export function sealHeaders(headers: EndpointRecord["headers"], vault: Vault): string | null {
  if (headers.length === 0) return null;
  return vault.seal(JSON.stringify(headers.map(({ name, value }) => ({ name, value }))), HEADERS);
}

export function sealSecret(secret: string | null, vault: Vault): string | null {
  return secret === null ? null : vault.seal(secret, SECRET);
}

/** The secrets that sign now, the present one first. */
export function openSecrets(row: EndpointsTable, vault: Vault, now: Instant): string[] {
  const isOldOneValid = row.previous_secret_until !== null && row.previous_secret_until > now;
  return [row.secret, isOldOneValid ? row.previous_secret : null]
    .filter((sealed) => sealed !== null)
    .map((sealed) => vault.open(sealed, SECRET));
}
