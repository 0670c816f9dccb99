import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { listRefusals, type SourceRow } from "#lib/db/queries/sources.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { MerchantId, SourceId } from "#lib/shared/ids.ts";
import { plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { describeSecrets, type KnownSecrets, openSecrets } from "./source-secrets.ts";

const DAYS_OF_REFUSALS = 7;

/** A source as its merchant sees it: which secrets it has, never what they are. */
export interface SourceRecord {
  id: SourceId;
  slug: string;
  provider: ProviderName;
  mode: Mode;
  createdAt: Instant;
  updatedAt: Instant;
  disabledAt: Instant | null;
  isPolled: boolean;
  /** What to enter at the provider; a token belongs behind it as `?token=`. */
  webhookUrl: string;
  secrets: KnownSecrets;
  health: SourceHealth;
}

export interface SourceHealth {
  /** Failures in a row of its API. */
  failures: number;
  pausedUntil: Instant | null;
  lastSuccessAt: Instant | null;
  lastProblem: string | null;
  /** Webhooks refused in the last seven days, by reason. */
  refusals: Record<string, number>;
}

export interface SourceContext {
  config: Pick<Config, "publicOrigin">;
  db: Database;
  clock: Clock;
  vault: Vault;
}

export async function describeSources(ctx: SourceContext, merchantId: MerchantId, rows: readonly SourceRow[]): Promise<SourceRecord[]> {
  const now = ctx.clock.now();
  const since = plusDays(utcDayOf(now), 1 - DAYS_OF_REFUSALS);
  const refusals = Map.groupBy(await listRefusals(ctx.db.kysely, { merchantId, since }), (row) => row.source_id);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    provider: row.provider,
    mode: row.mode,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    disabledAt: row.disabled_at,
    isPolled: row.is_polled === 1,
    webhookUrl: `${ctx.config.publicOrigin}/api/hooks/${row.merchant_slug}/${row.slug}`,
    secrets: describeSecrets(openSecrets(ctx.vault, row.secrets), now),
    health: {
      failures: row.failures,
      pausedUntil: row.paused_until,
      lastSuccessAt: row.last_success_at,
      lastProblem: row.last_problem,
      refusals: Object.fromEntries((refusals.get(row.id) ?? []).map(({ reason, count }) => [reason, Number(count)])),
    },
  }));
}

export async function describeSource(ctx: SourceContext, row: SourceRow): Promise<SourceRecord> {
  const [record] = await describeSources(ctx, row.merchant_id, [row]);
  return record as SourceRecord;
}
