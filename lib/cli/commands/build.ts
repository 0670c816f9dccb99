import { buildIfNeeded } from "../build.ts";
import type { Command } from "../command.ts";
import { projectRoot } from "../project-root.ts";

export const buildCommand: Command = {
  usage: "build [--force]",
  description: "Builds stylesheet, scripts and server, unless they already stand for exactly these sources.",
  options: { force: { type: "boolean", description: "Build even when nothing has changed." } },
  async run({ options }, terminal) {
    const result = await buildIfNeeded(projectRoot, { force: options.force === true });
    terminal.out(result === "built" ? "Built." : "The build is up to date.");
    return 0;
  },
};
