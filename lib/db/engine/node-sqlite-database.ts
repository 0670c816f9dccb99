import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";

/** Statements worth keeping; bulk inserts of every size would otherwise pile up. */
const KEPT_STATEMENTS = 200;
const BUSY_TIMEOUT_MS = 5000;

/** Read through memory maps, a look-up among a million parcels costs a quarter of what it does through calls. */
const PRAGMAS = `
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
  PRAGMA mmap_size = 2147418112;
`;

/** Node's own SQLite in the shape that Kysely's SQLite driver asks for, each statement prepared once. */
export class NodeSqliteDatabase implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = boundedMemo<SqliteStatement>(KEPT_STATEMENTS);

  constructor(path: string, { readOnly = false } = {}) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, readOnly });
    if (!readOnly) this.#database.exec("PRAGMA journal_mode = WAL");
    this.#database.exec(PRAGMAS);
  }

  prepare(sql: string): SqliteStatement {
    return this.#statements(sql, () => asKyselyStatement(this.#database, this.#database.prepare(sql)));
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function asKyselyStatement(database: DatabaseSync, statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    // A statement of its own: a second reader would otherwise rewind the first.
    iterate: (parameters) => database.prepare(statement.sourceSQL).iterate(...(parameters as SQLInputValue[])),
  };
}
