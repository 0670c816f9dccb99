import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ css: z.string() });

let known: { css: string } | null = null;

/** The address of the console's built stylesheet. */
export function readConsoleAssets(root = process.cwd()): { css: string } {
  known ??= manifestSchema.parse(JSON.parse(readFileSync(join(root, "public/assets/console.json"), "utf8")));
  return known;
}
