import type { CompiledQuery, Kysely, Transaction } from "kysely";
import type { Config } from "#lib/config/config.ts";
import type { Schema } from "../schema.ts";

/** What query functions take first: the database, or the transaction they are part of. */
export type Queryable = Kysely<Schema> | Transaction<Schema>;

export interface Database {
  readonly kysely: Kysely<Schema>;
  readonly engine: "sqlite" | "postgres";
  /** The short way for queries compiled once: outside every transaction, sees what is committed, waits for no writer. */
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  close(): Promise<void>;
}

export type DatabaseSettings = Pick<Config, "dataDir" | "databaseUrl">;
