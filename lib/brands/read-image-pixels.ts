import type { Pixels } from "#lib/branding/color-clusters.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { readPixels } from "#lib/images/read-pixels.ts";
import { findImage } from "./find-image.ts";
import { parseImageUrl } from "./image-url.ts";

/** The studio asks for the same logo each time it is opened, and each time it would take a process. */
const known = new Map<string, Pixels>();
const MOST_KNOWN = 50;

/** What an image of this merchant's looks like, made small; null for another's, and for what is none. */
export async function readImagePixels(ctx: { db: Database }, { slug, url }: { slug: string; url: string }): Promise<Pixels | null> {
  const address = parseImageUrl(url);
  if (address?.slug !== slug) return null;
  const remembered = known.get(url);
  if (remembered) return remembered;
  const image = await findImage(ctx, address);
  const pixels = image && (await readPixels(image.bytes));
  if (pixels) remember(url, pixels);
  return pixels;
}

function remember(url: string, pixels: Pixels): void {
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size >= MOST_KNOWN) known.delete(oldest);
  known.set(url, pixels);
}
