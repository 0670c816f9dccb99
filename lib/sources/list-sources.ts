import { findSourceRow, listSourceRows, type SourceKey } from "#lib/db/queries/sources.ts";
import { describeSource, describeSources, type SourceContext, type SourceRecord } from "./source-record.ts";

/** Every source of a merchant, oldest first. */
export async function listSources(ctx: SourceContext, input: Omit<SourceKey, "source">): Promise<SourceRecord[]> {
  return describeSources(ctx, input.merchantId, await listSourceRows(ctx.db.kysely, input));
}

export async function getSource(ctx: SourceContext, key: SourceKey): Promise<SourceRecord | null> {
  const row = await findSourceRow(ctx.db.kysely, key);
  return row ? describeSource(ctx, row) : null;
}
