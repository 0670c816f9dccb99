import { createHash } from "node:crypto";
import type { Database } from "#lib/db/engine/database.ts";
import { measureOtherImages, saveImageRow } from "#lib/db/queries/images.ts";
import type { DrawnImage } from "#lib/images/draw-bitmap.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes, type UserId } from "#lib/shared/ids.ts";
import { imageUrl } from "./image-url.ts";

/** As a brand names it. */
export interface StoredImage {
  url: string;
  width: number;
  height: number;
}

export type StoreImageOutcome = { kind: "stored"; image: StoredImage } | { kind: "refused"; message: string };

const MOST_IMAGES = 200;
const MOST_BYTES = 40 * 1024 * 1024;

/** Keeps a picture that was drawn by us. The same bytes are kept once to a merchant, at one address. */
export async function storeImage(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  { merchantId, userId, image }: { merchantId: MerchantId; userId: UserId | null; image: DrawnImage },
): Promise<StoreImageOutcome> {
  const { bytes, format, width, height } = image;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const row = {
    id: newId("img", ctx.random),
    merchant_id: merchantId,
    digest,
    format,
    width,
    height,
    byte_count: bytes.byteLength,
    created_at: ctx.clock.now(),
    created_by: userId,
    content: Buffer.from(bytes).toString("base64"),
  };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<StoreImageOutcome> => {
    const others = await measureOtherImages(trx, { merchantId, digest });
    if (others.count >= MOST_IMAGES || others.bytes + bytes.byteLength > MOST_BYTES) return { kind: "refused", message: FULL };
    const slug = await saveImageRow(trx, row);
    return { kind: "stored", image: { url: imageUrl({ slug, digest, format }), width, height } };
  });
}

const FULL = `This shop keeps as many images as it may: ${MOST_IMAGES}, or ${MOST_BYTES / 1024 / 1024} MB. Those that neither draft nor version shows are deleted after 30 days.`;
