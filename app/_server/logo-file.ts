import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findImage } from "#lib/brands/find-image.ts";
import { parseImageUrl } from "#lib/brands/image-url.ts";
import { sniffImage } from "#lib/images/sniff-image.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { LoadLogo } from "#lib/status-image/status-images.ts";

/** The demo brands' own files, of our making; `brandSchema` lets no dot lead out of their folder, and neither does this. */
const OURS = /^\/brands(?:\/[\w-]+)+(?:\.[\w-]+)*\.(?:svg|png|webp|jpg)$/;
const DRAWN_ANEW: ReadonlySet<string> = new Set(["png", "webp", "jpeg"]);

/** A logo's bytes where they are safe to draw beside the pages: ours, or an upload as we drew it anew. Shapes that were uploaded never are. */
export function createLogoLoader({ db }: Pick<Runtime, "db">): LoadLogo {
  return async (url) => {
    if (OURS.test(url)) return readFile(join(/* turbopackIgnore: true */ process.cwd(), "public", url)).catch(() => null);
    const address = parseImageUrl(url);
    const image = address && (await findImage({ db }, address));
    if (!image) return null;
    const sniffed = sniffImage(image.bytes);
    return sniffed.kind === "image" && DRAWN_ANEW.has(sniffed.type) ? image.bytes : null;
  };
}
