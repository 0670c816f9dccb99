import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/fixtures");

/** Recorded vendor payloads live beside the project, not in it; suites over them are skipped by name where they are absent. */
export const sharedFixtures = {
  present: existsSync(folder),
  /** Put into a suite's name, so that a skip explains itself. */
  label: existsSync(folder) ? "recorded fixtures" : "recorded fixtures (skipped: ../shared/fixtures is not here)",
  path: (...parts: string[]) => join(folder, ...parts),
  readJson: (...parts: string[]): unknown => JSON.parse(readFileSync(join(folder, ...parts), "utf8")),
};
