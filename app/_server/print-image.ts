import type { Runtime } from "#lib/runtime/runtime.ts";
import { createStatusImages, type PrintStatusImage } from "#lib/status-image/status-images.ts";
import { BodyCache } from "./body-cache.ts";
import { log } from "./log.ts";
import { createLogoLoader } from "./logo-file.ts";

/** Some six hundred images as mails show them. */
const SHELF_BYTES = 16 * 1024 * 1024;

export function createImagePrinter(runtime: Runtime): PrintStatusImage {
  return createStatusImages({
    shelf: new BodyCache(SHELF_BYTES),
    loadLogo: createLogoLoader(runtime),
    report: (error) => log(runtime.config.logLevel, "error", { message: "image not drawn", error }),
  });
}
