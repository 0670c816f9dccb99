import { buildSettingsTable } from "#lib/config/settings-table.ts";
import type { Command } from "../command.ts";

export const settingsCommand: Command = {
  usage: "settings",
  description: "Prints the table of settings, as in the README.",
  options: {},
  async run(_args, terminal) {
    terminal.out(buildSettingsTable());
    return 0;
  },
};
