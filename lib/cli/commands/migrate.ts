import { readConfig } from "#lib/config/config.ts";
import { migrate } from "#lib/db/engine/migrate.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { systemClock } from "#lib/shared/clock.ts";
import type { Command } from "../command.ts";

export const migrateCommand: Command = {
  usage: "migrate",
  description: "Brings the database up to date. Starting the server does the same.",
  options: {},
  async run(_, terminal) {
    const db = await openDatabase(readConfig(terminal.environment));
    try {
      const applied = await migrate({ db, clock: systemClock });
      terminal.out(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
