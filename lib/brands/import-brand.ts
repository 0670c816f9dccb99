import type { Brand } from "#lib/branding/brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { lockDraft, saveDraftRow } from "#lib/db/queries/brand-drafts.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseBrandFile } from "./brand-file.ts";
import { readWork } from "./draft.ts";
import { placeImages } from "./place-images.ts";
import { storeImage } from "./store-image.ts";

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
  const { slug } = await readWork(ctx.db.kysely, merchantId);
  const outcome = await placeImages(ctx, {
    ...file,
    slug,
    place: async (image) => {
      const stored = await storeImage(ctx, { merchantId, userId, image });
      return stored.kind === "stored" ? { kind: "placed", image: stored.image } : stored;
    },
  });
  if (outcome.kind === "invalid") return outcome;

  const { brand } = outcome;
  const at = ctx.clock.now();
  const revision = await ctx.db.kysely.transaction().execute(async (trx) => {
    const seen = (await lockDraft(trx, merchantId))?.revision ?? 0;
    return (await saveDraftRow(trx, { merchantId, revision: seen, brand: JSON.stringify(brand), at, by: userId })) ?? seen + 1;
  });
  return { kind: "imported", revision, brand };
}
