import type { Runtime } from "#lib/runtime/runtime.ts";
import { drawApart } from "#lib/status-image/draw-apart.ts";
import { createStatusImages, type LoadLogo, type PrintStatusImage } from "#lib/status-image/status-images.ts";
import { BodyCache } from "./body-cache.ts";
import { log } from "./log.ts";
import { createLogoLoader } from "./logo-file.ts";

/** Some six hundred images as mails show them. */
const SHELF_BYTES = 16 * 1024 * 1024;
const LOGO_BYTES = 1024 * 1024;

export function createImagePrinter(runtime: Runtime): PrintStatusImage {
  return createStatusImages({
    shelf: new BodyCache(SHELF_BYTES),
    loadLogo: keepLogos(createLogoLoader(runtime)),
    draw: drawApart,
    report: (error) => log(runtime.config.logLevel, "error", { message: "image not drawn", error }),
  });
}

/** A logo's address changes with its bytes. */
function keepLogos(load: LoadLogo): LoadLogo {
  const kept = new BodyCache(LOGO_BYTES);
  return async (url) => {
    const known = kept.get(url);
    if (known) return known;
    const bytes = await load(url);
    if (bytes) kept.set(url, bytes);
    return bytes;
  };
}
