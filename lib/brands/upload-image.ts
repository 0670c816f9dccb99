import type { Crop, ImagePurpose } from "#lib/branding/image-purpose.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { drawImage } from "#lib/images/draw-image.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import { type StoredImage, storeImage } from "./store-image.ts";

export interface UploadImageInput {
  merchantId: MerchantId;
  userId: UserId | null;
  purpose: ImagePurpose;
  bytes: Uint8Array;
  crop: Crop | null;
}

export type UploadImageOutcome = { kind: "uploaded"; image: StoredImage } | { kind: "refused"; message: string };

/** Draws a stranger's file anew and keeps the picture; messages say what to do. */
export async function uploadImage(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  { merchantId, userId, purpose, bytes, crop }: UploadImageInput,
): Promise<UploadImageOutcome> {
  const image = await drawImage(bytes, { purpose, crop });
  if (image.kind === "refused") return image;
  const stored = await storeImage(ctx, { merchantId, userId, image });
  return stored.kind === "refused" ? stored : { kind: "uploaded", image: stored.image };
}
