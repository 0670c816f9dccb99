import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { listEndpointRows } from "#lib/db/queries/endpoints.ts";
import type { EndpointFormat } from "#lib/db/schema.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type EndpointRecord, readEndpointRow } from "./endpoint-record.ts";

/** In the order they were made; of one format, where one is named. */
export async function listEndpoints(
  ctx: { db: Database; vault: Vault },
  { caller, format }: { caller: Books; format?: EndpointFormat },
): Promise<EndpointRecord[]> {
  const rows = await listEndpointRows(ctx.db.kysely, caller, format === undefined ? {} : { format });
  return rows.map((row) => readEndpointRow(row, ctx.vault));
}
