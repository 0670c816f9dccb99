import type { Database } from "#lib/db/engine/database.ts";
import { lockDraft, saveDraftRow } from "#lib/db/queries/brand-drafts.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";

/** Back to what is published; `revision` is the draft's new one. */
export async function discardDraft(
  ctx: { db: Database; clock: Clock },
  { merchantId, userId }: { merchantId: MerchantId; userId: UserId },
): Promise<{ kind: "discarded" | "unchanged"; revision: number }> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const draft = await lockDraft(trx, merchantId);
    if (draft === undefined || draft.brand === null) return { kind: "unchanged", revision: draft?.revision ?? 0 };
    const revision = draft.revision + 1;
    await saveDraftRow(trx, { merchantId, revision: draft.revision, brand: null, at: ctx.clock.now(), by: userId });
    return { kind: "discarded", revision };
  });
}
