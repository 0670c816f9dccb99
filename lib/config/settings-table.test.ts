import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildSettingsTable } from "./settings-table.ts";

it("stands in the README as it stands in the code; `npm run -s waymark -- settings` prints it", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const table = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(readme)?.[1];
  expect(table).toBe(buildSettingsTable());
});
