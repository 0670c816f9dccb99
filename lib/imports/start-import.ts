import { updateImport } from "#lib/db/queries/imports.ts";
import type { ImportId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { getImport } from "./get-import.ts";
import { type ImportContext, type ImportInput, identityOf } from "./import-context.ts";
import type { ImportPlan } from "./import-plan.ts";
import { planColumn } from "./import-record.ts";
import { queueImport } from "./queue-import.ts";

export type StartImportOutcome =
  | { kind: "started" }
  | { kind: "invalid"; issues: Issue[] }
  /** It has been started, or discarded, by somebody else. */
  | { kind: "not_draft" }
  | { kind: "not_found" };

/** Begins to take in the rows of a file by a plan. */
export async function startImport(ctx: ImportContext, { plan, ...input }: ImportInput & { plan: ImportPlan }): Promise<StartImportOutcome> {
  const record = await getImport(ctx, input);
  if (!record) return { kind: "not_found" };
  const issues = Object.entries(plan.columns)
    .filter(([, column]) => column !== null && column >= record.headers.length)
    .map(([field]) => ({ path: `plan.columns.${field}`, message: "is no column of this file" }));
  if (issues.length > 0) return { kind: "invalid", issues };

  const now = ctx.clock.now();
  const changes = { state: "running", plan: planColumn.write(plan), started_at: now, updated_at: now } as const;
  const hasStarted = await ctx.db.kysely.transaction().execute(async (trx) => {
    if (!(await updateImport(trx, identityOf(input), { from: ["draft"], ...changes }))) return false;
    await queueImport(ctx, trx, { merchantId: input.merchantId, importId: input.id as ImportId });
    return true;
  });
  return { kind: hasStarted ? "started" : "not_draft" };
}
