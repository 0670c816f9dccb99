import type { CompiledQuery, Kysely, Transaction } from "kysely";
import type { Config } from "#lib/config/config.ts";
import type { Schema } from "../schema.ts";

/** What query functions take first: the database, or the transaction they are part of. */
export type Queryable = Kysely<Schema> | Transaction<Schema>;

/** A transaction for one small write; `work` may run twice, and only its last run counts. */
export type SharedTransaction = <Result>(work: (trx: Queryable) => Promise<Result>) => Promise<Result>;

export interface Database {
  readonly kysely: Kysely<Schema>;
  readonly engine: "sqlite" | "postgres";
  /** The short way for queries compiled once: outside every transaction, sees what is committed, waits for no writer. */
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  /** For small writes that many make at the same moment: on SQLite they share a transaction, which PostgreSQL's log does by itself. */
  write: SharedTransaction;
  close(): Promise<void>;
}

export type DatabaseSettings = Pick<Config, "dataDir" | "databaseUrl">;
