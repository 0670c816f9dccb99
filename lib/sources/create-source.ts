import type { Queryable } from "#lib/db/engine/database.ts";
import { findSourceRow, insertSource, listSourceRows } from "#lib/db/queries/sources.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { SourceSecrets } from "#lib/providers/provider.ts";
import { type MerchantId, newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import { findSourcesForOrphans } from "./assign-sources.ts";
import { type MadeSecret, makeMissingSecret } from "./made-secret.ts";
import { changeSecrets, findPollingIssue, parseNewSource, type SecretChanges } from "./source-input.ts";
import { describeSource, type SourceContext, type SourceRecord } from "./source-record.ts";
import { sealSecrets } from "./source-secrets.ts";

export interface CreateSourceInput {
  merchantId: MerchantId;
  provider: ProviderName;
  mode: Mode;
  /** The provider's name, and a number if need be, where it is absent. */
  slug?: string;
  secrets?: SecretChanges;
  /** Whether its API is asked; by itself where there is a key for it. */
  isPolled?: boolean;
}

export type CreateSourceOutcome =
  | { kind: "created"; source: SourceRecord; made: MadeSecret | null }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "slug_taken"; slug: string };

type NewSourceContext = SourceContext & { random: RandomBytes; jobs: Pick<JobQueue, "enqueue"> };

/** A source that could not tell a webhook of its provider from anybody's gets a secret to do so. */
export async function createSource(ctx: NewSourceContext, input: CreateSourceInput): Promise<CreateSourceOutcome> {
  const parsed = parseNewSource(input);
  if (parsed.kind === "invalid") return parsed;
  const { provider, mode, slug } = parsed.value;
  const changed = changeSecrets(provider, {}, parsed.value.secrets ?? {});
  if (changed.kind === "invalid") return changed;

  const made = makeMissingSecret(provider, changed.secrets, ctx.random);
  const secrets: SourceSecrets = made === null ? changed.secrets : { ...changed.secrets, [made.name]: made.value };
  const isPolled = parsed.value.isPolled ?? secrets.apiKey !== undefined;
  const issue = findPollingIssue(provider, secrets, isPolled);
  if (issue) return { kind: "invalid", issues: [issue] };

  const now = ctx.clock.now();
  const row: Omit<SourcesTable, "slug"> = {
    id: newId("src", ctx.random),
    merchant_id: input.merchantId,
    provider,
    mode,
    created_at: now,
    updated_at: now,
    disabled_at: null,
    is_polled: isPolled ? 1 : 0,
    failures: 0,
    paused_until: null,
    busy_until: null,
    last_success_at: null,
    last_problem: null,
    secrets: sealSecrets(ctx.vault, secrets),
  };
  const isInserted = await ctx.db.kysely.transaction().execute(async (trx) => {
    if (slug === undefined) await insertUnderFreeSlug(trx, row);
    else if (!(await insertSource(trx, { ...row, slug }))) return false;
    if (isPolled) await findSourcesForOrphans(trx, ctx.jobs, { merchantId: input.merchantId, mode });
    return true;
  });
  if (!isInserted) return { kind: "slug_taken", slug: slug ?? "" };

  const stored = await findSourceRow(ctx.db.kysely, { merchantId: input.merchantId, source: row.id });
  if (!stored) throw new Error(`source ${row.id} has just been removed`);
  return { kind: "created", source: await describeSource(ctx, stored), made };
}

async function insertUnderFreeSlug(trx: Queryable, row: Omit<SourcesTable, "slug">): Promise<void> {
  const name = row.provider.replaceAll("_", "-");
  for (;;) {
    const taken = new Set((await listSourceRows(trx, { merchantId: row.merchant_id })).map(({ slug }) => slug));
    let slug = name;
    for (let number = 2; taken.has(slug); number += 1) slug = `${name}-${number}`;
    if (await insertSource(trx, { ...row, slug })) return;
  }
}
