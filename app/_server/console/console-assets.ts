import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ css: z.string(), earlyActs: z.string() });

type ConsoleAssets = z.infer<typeof manifestSchema>;

let known: ConsoleAssets | null = null;

/** The addresses of the console's built stylesheet and of the script that runs ahead of Next's. */
export function readConsoleAssets(root = process.cwd()): ConsoleAssets {
  known ??= manifestSchema.parse(JSON.parse(readFileSync(join(root, "public/assets/console.json"), "utf8")));
  return known;
}
