import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow, lockEndpoint, updateEndpointRow } from "#lib/db/queries/endpoints.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type EndpointRecord, readEndpointRow } from "./endpoint-record.ts";
import { EVENT_FORMATS } from "./event-formats.ts";
import { replaceSecret } from "./replace-secret.ts";

export type RotateSecretOutcome =
  /** The secret is told here and never again. */
  | { kind: "rotated"; endpoint: EndpointRecord; secret: string }
  | { kind: "not_found" }
  /** The format is signed by our published key. */
  | { kind: "has_no_secret" };

/**
 * Gives an endpoint a new secret. Where the format has room for two signatures (Standard Webhooks) the former one signs along for
 * 24 hours; in the others the new one counts at once, and what a receiver refuses until it knows the new one is sent again later.
 */
export async function rotateSecret(
  ctx: { db: Database; clock: Clock; random: RandomBytes; vault: Vault },
  { caller, id }: { caller: Books; id: string },
): Promise<RotateSecretOutcome> {
  const known = isId("hook", id) ? await findEndpointRow(ctx.db.kysely, caller, id) : undefined;
  if (!known) return { kind: "not_found" };
  const secret = EVENT_FORMATS[known.format].secret?.make(ctx.random);
  if (secret === undefined) return { kind: "has_no_secret" };

  const now = ctx.clock.now();
  const endpoint = { id: known.id, merchantId: known.merchant_id };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<RotateSecretOutcome> => {
    const row = await lockEndpoint(trx, endpoint);
    if (!row) return { kind: "not_found" };
    const columns = { ...replaceSecret(row, secret, { vault: ctx.vault, now }), updated_at: now };
    await updateEndpointRow(trx, endpoint, columns);
    return { kind: "rotated", endpoint: readEndpointRow({ ...row, ...columns }, ctx.vault), secret };
  });
}
