import type { Brand } from "#lib/branding/brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { lockDraft, saveDraftRow } from "#lib/db/queries/brand-drafts.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseBrandFile } from "./brand-file.ts";

export type ImportBrandOutcome =
  /** `revision` is the draft's new one. */
  { kind: "imported"; revision: number; brand: Brand } | { kind: "invalid"; issues: Issue[] };

/** Puts a file's brand into the draft, in place of what is there; pages show it once it is published. */
export async function importBrand(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  { merchantId, userId, text }: { merchantId: MerchantId; userId: UserId; text: string },
): Promise<ImportBrandOutcome> {
  const file = parseBrandFile(text);
  if (file.kind === "invalid") return file;
  const at = ctx.clock.now();
  const revision = await ctx.db.kysely.transaction().execute(async (trx) => {
    const seen = (await lockDraft(trx, merchantId))?.revision ?? 0;
    return (await saveDraftRow(trx, { merchantId, revision: seen, brand: JSON.stringify(file.brand), at, by: userId })) ?? seen + 1;
  });
  return { kind: "imported", revision, brand: file.brand };
}
