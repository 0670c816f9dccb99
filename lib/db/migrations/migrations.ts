import type { Kysely } from "kysely";
import { createFirstTables } from "./0001-first-tables.ts";
import { createNewsInAndOut } from "./0002-news-in-and-out.ts";
import { createConsole } from "./0003-console.ts";
import { createMessages } from "./0004-messages.ts";

/** A migration never changes once released. It speaks no table types: those describe today, it describes its own day. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Migration = (db: Kysely<any>) => Promise<void>;

/** In the order they run; the names are stored. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": createFirstTables,
  "0002-news-in-and-out": createNewsInAndOut,
  "0003-console": createConsole,
  "0004-messages": createMessages,
};
