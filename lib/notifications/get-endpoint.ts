import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow } from "#lib/db/queries/endpoints.ts";
import { isId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type EndpointRecord, readEndpointRow } from "./endpoint-record.ts";

/** Null for another merchant's, or one of the other mode, as for one that never was. */
export async function getEndpoint(
  ctx: { db: Database; vault: Vault },
  { caller, id }: { caller: Books; id: string },
): Promise<EndpointRecord | null> {
  const row = isId("hook", id) ? await findEndpointRow(ctx.db.kysely, caller, id) : undefined;
  return row ? readEndpointRow(row, ctx.vault) : null;
}
