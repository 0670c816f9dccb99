import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DocumentAssets } from "#components/tracking/document/document-assets.ts";

const manifestSchema = z.object({ assets: z.object({ css: z.string(), enhance: z.string(), freshness: z.string(), embed: z.string() }) });

/** The built files' addresses. They change with every build, so they also stand for the build in ETags. */
export function readAssets(root = process.cwd()): DocumentAssets {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, "public/assets/manifest.json"), "utf8"))).assets;
}
