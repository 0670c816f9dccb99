import type { Books } from "#lib/db/queries/books.ts";
import { listLastHeard } from "#lib/db/queries/source-payloads.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { getSource, listSources } from "#lib/sources/list-sources.ts";
import type { SourceContext, SourceRecord } from "#lib/sources/source-record.ts";
import { type SourceState, sourceState } from "./source-state.ts";

export interface SourceOverview extends SourceRecord {
  state: SourceState;
  /** When something last came through it, webhook or answer. */
  lastHeardAt: Instant | null;
}

/** A merchant's sources of one mode, and how they do; oldest first. */
export async function listSourcesWithState(ctx: SourceContext, { caller }: { caller: Books }): Promise<SourceOverview[]> {
  const [sources, heard, notices] = await Promise.all([
    listSources(ctx, caller),
    listLastHeard(ctx.db.kysely, caller),
    listNotices(ctx, { caller }),
  ]);
  const heardOf = new Map(heard.map(({ id, last_heard_at }) => [id, last_heard_at]));
  const kindsOf = Map.groupBy(notices, ({ subject }) => subject);
  const now = ctx.clock.now();
  return sources.map((source) => {
    const lastHeardAt = heardOf.get(source.id) ?? null;
    const kinds = (kindsOf.get(source.id) ?? []).map(({ kind }) => kind);
    return { ...source, lastHeardAt, state: sourceState({ source, lastHeardAt, notices: kinds, now }) };
  });
}

/** One of them, by id or slug, whatever its mode; null where there is none. */
export async function getSourceWithState(
  ctx: SourceContext,
  key: { merchantId: MerchantId; source: string },
): Promise<SourceOverview | null> {
  const found = await getSource(ctx, key);
  if (!found) return null;
  const sources = await listSourcesWithState(ctx, { caller: { merchantId: key.merchantId, mode: found.mode } });
  return sources.find(({ id }) => id === found.id) ?? null;
}
