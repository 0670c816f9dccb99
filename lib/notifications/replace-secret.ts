import type { EndpointsTable } from "#lib/db/schema.ts";
import { type Instant, secondsAfter } from "#lib/shared/clock.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { openSecrets, sealSecret } from "./endpoint-record.ts";

const OVERLAP_SECONDS = 24 * 60 * 60;

type SecretColumns = Pick<EndpointsTable, "secret" | "previous_secret" | "previous_secret_until">;

/** The former secret signs along for a day. The same secret again changes nothing; none at all ends the former one too. */
export function replaceSecret(
  row: EndpointsTable,
  secret: string | null,
  { vault, now }: { vault: Vault; now: Instant },
): Partial<SecretColumns> {
  if (secret === null) return { secret: null, previous_secret: null, previous_secret_until: null };
  const [present] = row.secret === null ? [] : openSecrets(row, vault, now);
  if (present === secret) return {};
  return {
    secret: sealSecret(secret, vault),
    previous_secret: row.secret,
    previous_secret_until: row.secret === null ? null : secondsAfter(now, OVERLAP_SECONDS),
  };
}
