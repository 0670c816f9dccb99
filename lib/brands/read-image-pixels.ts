import type { Pixels } from "#lib/branding/color-clusters.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { readPixels } from "#lib/images/read-pixels.ts";
import { findImage } from "./find-image.ts";
import { parseImageUrl } from "./image-url.ts";

/** What an image of this merchant's looks like, made small; null for another's, and for what is none. */
export async function readImagePixels(ctx: { db: Database }, { slug, url }: { slug: string; url: string }): Promise<Pixels | null> {
  const address = parseImageUrl(url);
  const image = address?.slug === slug ? await findImage(ctx, address) : null;
  return image && readPixels(image.bytes);
}
