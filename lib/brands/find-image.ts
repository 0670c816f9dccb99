import type { Database } from "#lib/db/engine/database.ts";
import { findImageRow } from "#lib/db/queries/images.ts";
import type { ImageAddress } from "./image-url.ts";

export interface FoundImage {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Null where no such merchant has such an image. */
export async function findImage(ctx: { db: Database }, address: ImageAddress): Promise<FoundImage | null> {
  const row = await findImageRow(ctx.db, { ...address });
  return row ? { bytes: Buffer.from(row.content, "base64"), width: row.width, height: row.height } : null;
}
