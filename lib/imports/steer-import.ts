import { updateImport } from "#lib/db/queries/imports.ts";
import type { ImportState } from "#lib/db/schema.ts";
import { type ImportContext, type ImportInput, identityOf } from "./import-context.ts";
import { queueImport } from "./queue-import.ts";

export const STEPS = ["pause", "resume", "cancel"] as const;
export type ImportStep = (typeof STEPS)[number];

/** What each step begins from and leads to. One that runs may be resumed as well: its job may have died. */
const MOVES: Readonly<Record<ImportStep, { from: readonly ImportState[]; to: ImportState }>> = {
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused", "running"], to: "running" },
  cancel: { from: ["draft", "running", "paused"], to: "cancelled" },
};

/** Holds an import, goes on with it, or ends it; what is in stays in. Answers false where it has come to its end, or is nobody's here. */
export async function steerImport(ctx: ImportContext, { step, ...input }: ImportInput & { step: ImportStep }): Promise<boolean> {
  const { from, to } = MOVES[step];
  const now = ctx.clock.now();
  const identity = identityOf(input);
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const changes = { state: to, updated_at: now, ...(to === "cancelled" && { ended_at: now }) };
    if (!(await updateImport(trx, identity, { from, ...changes }))) return false;
    if (to !== "paused") await queueImport(ctx, trx, { merchantId: identity.merchantId, importId: identity.id });
    return true;
  });
}
