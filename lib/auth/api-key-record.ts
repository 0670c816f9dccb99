import type { ApiKeyRow } from "#lib/db/queries/api-keys.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ApiKeyId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** A key as its merchant sees it: never the key itself. */
export interface ApiKeyRecord {
  id: ApiKeyId;
  mode: Mode;
  name: string;
  /** The key's last four characters. */
  hint: string;
  createdAt: Instant;
  /** To the hour. */
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

export function readApiKeyRow(row: ApiKeyRow): ApiKeyRecord {
  return {
    id: row.id,
    mode: row.mode,
    name: row.name,
    hint: row.hint,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
