import type { Queryable } from "#lib/db/engine/database.ts";
import { findSourceRow, lockSourceRow, type SourceKey, updateSourceRow } from "#lib/db/queries/sources.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { findSourcesAfter, findSourcesForOrphans } from "./assign-sources.ts";
import { changeSecrets, findPollingIssue, parseSourceChanges, type SecretChanges } from "./source-input.ts";
import { describeSource, type SourceContext, type SourceRecord } from "./source-record.ts";
import { openSecrets, sealSecrets } from "./source-secrets.ts";

export interface SourceChanges {
  /** Replaced at once; `rotateToken` lets the one before hold for a while. */
  secrets?: SecretChanges;
  isPolled?: boolean;
  /** One that is switched off takes no webhooks, and its API is left alone. */
  isDisabled?: boolean;
}

type UpdateContext = SourceContext & { jobs: Pick<JobQueue, "enqueue"> };

export type UpdateSourceOutcome = { kind: "updated"; source: SourceRecord } | { kind: "invalid"; issues: Issue[] } | { kind: "not_found" };

export async function updateSource(ctx: UpdateContext, input: SourceKey & { changes: SourceChanges }): Promise<UpdateSourceOutcome> {
  const parsed = parseSourceChanges(input.changes);
  if (parsed.kind === "invalid") return parsed;
  const refusal = await ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockSourceRow(trx, input);
    if (!row) return { kind: "not_found" } as const;
    const columns = applyChanges(ctx, row, parsed.value);
    if (Array.isArray(columns)) return { kind: "invalid", issues: columns } as const;
    await updateSourceRow(trx, { id: row.id, merchantId: row.merchant_id }, columns);
    await followTrackers(trx, ctx, row, { ...row, ...columns });
    return null;
  });
  if (refusal) return refusal;
  const row = await findSourceRow(ctx.db.kysely, input);
  return row ? { kind: "updated", source: await describeSource(ctx, row) } : { kind: "not_found" };
}

const isAsked = (row: SourcesTable) => row.is_polled === 1 && row.disabled_at === null;

/** Trackers without a source may get this one, and its own another. */
async function followTrackers(trx: Queryable, { jobs }: UpdateContext, before: SourcesTable, after: SourcesTable): Promise<void> {
  if (isAsked(before) === isAsked(after)) return;
  const { id, merchant_id: merchantId, mode } = after;
  await (isAsked(after) ? findSourcesForOrphans : findSourcesAfter)(trx, jobs, { merchantId, mode, id });
}

type ParsedChanges = Extract<ReturnType<typeof parseSourceChanges>, { kind: "parsed" }>["value"];

/** The columns that change, or what is wrong with the wish. */
function applyChanges(ctx: SourceContext, row: SourcesTable, changes: ParsedChanges): Partial<SourcesTable> | Issue[] {
  const now = ctx.clock.now();
  const before = openSecrets(ctx.vault, row.secrets);
  const changed = changeSecrets(row.provider, before, changes.secrets ?? {});
  if (changed.kind === "invalid") return changed.issues;

  const isNewKey = changed.secrets.apiKey !== before.apiKey;
  const isPolled = changes.isPolled ?? (isNewKey ? changed.secrets.apiKey !== undefined : row.is_polled === 1);
  const issue = findPollingIssue(row.provider, changed.secrets, isPolled);
  if (issue) return [issue];
  return {
    updated_at: now,
    is_polled: isPolled ? 1 : 0,
    secrets: sealSecrets(ctx.vault, changed.secrets),
    ...(changes.isDisabled !== undefined && { disabled_at: changes.isDisabled ? (row.disabled_at ?? now) : null }),
    // What went wrong with the key before says nothing about this one.
    ...(isNewKey && { failures: 0, paused_until: null, last_problem: null }),
  };
}
