import type { Config } from "#lib/config/config.ts";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow, lockEndpoint, updateEndpointRow } from "#lib/db/queries/endpoints.ts";
import { resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import type { EndpointsTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type EndpointWishes, findEndpointFaults } from "./check-endpoint.ts";
import { type EndpointRecord, readEndpointRow, sealHeaders } from "./endpoint-record.ts";
import { ENDPOINT_NOTICES } from "./notice-record.ts";
import { replaceSecret } from "./replace-secret.ts";
import { reviveBatch } from "./revive-batch.ts";

export interface EndpointChanges extends EndpointWishes {
  /** A disabled one hears of nothing that happens meanwhile; what was still to be sent waits, and goes on when it is enabled. */
  isDisabled?: boolean;
}

export type UpdateEndpointOutcome =
  | { kind: "updated"; endpoint: EndpointRecord }
  | { kind: "not_found" }
  | { kind: "invalid"; issues: Issue[] };

interface UpdateContext {
  db: Database;
  clock: Clock;
  vault: Vault;
  jobs: Pick<JobQueue, "enqueue">;
  config: Pick<Config, "allowPrivateTargets">;
}

/** Changes what is said and leaves the rest. A new address or enabling it forgets that it failed. */
export async function updateEndpoint(
  ctx: UpdateContext,
  { caller, id, changes }: { caller: Books; id: string; changes: EndpointChanges },
): Promise<UpdateEndpointOutcome> {
  const known = isId("hook", id) ? await findEndpointRow(ctx.db.kysely, caller, id) : undefined;
  if (!known) return { kind: "not_found" };
  const issues = findEndpointFaults(known.format, changes, ctx.config);
  if (issues.length > 0) return { kind: "invalid", issues };

  const now = ctx.clock.now();
  const endpoint = { id: known.id, merchantId: known.merchant_id };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<UpdateEndpointOutcome> => {
    const row = await lockEndpoint(trx, endpoint);
    if (!row) return { kind: "not_found" };
    const columns = { ...columnsOf(row, changes, { vault: ctx.vault, now }), updated_at: now };
    await updateEndpointRow(trx, endpoint, columns);
    if (columns.failing_since === null) {
      await resolveNoticesAbout(trx, { merchantId: endpoint.merchantId, subject: endpoint.id, kinds: ENDPOINT_NOTICES }, now);
    }
    if (row.disabled_at !== null && columns.disabled_at === null) await continuePending(trx, { jobs: ctx.jobs, now }, endpoint);
    return { kind: "updated", endpoint: readEndpointRow({ ...row, ...columns }, ctx.vault) };
  });
}

function columnsOf(
  row: EndpointsTable,
  { url, name, secret, headers, isDisabled }: EndpointChanges,
  { vault, now }: { vault: Vault; now: Instant },
): Partial<EndpointsTable> {
  const isNewStart = (isDisabled === false && row.disabled_at !== null) || (url !== undefined && url !== row.url);
  return {
    ...(url !== undefined && { url }),
    ...(name !== undefined && { name: name || null }),
    ...(headers !== undefined && { headers: sealHeaders(headers, vault) }),
    ...(secret !== undefined && replaceSecret(row, secret, { vault, now })),
    ...(isDisabled === true && row.disabled_at === null && { disabled_at: now, disabled_reason: "switched off by hand" }),
    ...(isDisabled === false && { disabled_at: null, disabled_reason: null }),
    ...(isNewStart && { failing_since: null }),
  };
}

/** In the transaction that enables: a job that came before it would do nothing. */
async function continuePending(
  trx: Queryable,
  ctx: { jobs: Pick<JobQueue, "enqueue">; now: Instant },
  endpoint: Parameters<typeof reviveBatch>[2],
): Promise<void> {
  let afterId: string | undefined = "";
  while (afterId !== undefined) ({ afterId } = await reviveBatch(trx, ctx, endpoint, { states: ["pending"], afterId }));
}
