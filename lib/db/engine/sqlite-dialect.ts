import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SelectModifierNode,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from "kysely";

/** Takes the write lock at once: a transaction that reads first and writes later could otherwise be refused half-way. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** Leaves out `for update`, `skip locked` and their like, which SQLite does not know: `begin immediate` has locked every row already. */
class LocklessSqliteQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!/^(For|SkipLocked|NoWait)/.test(node.modifier ?? "")) super.visitSelectModifier(node);
  }
}

/** Kysely's SQLite, with the two differences that let PostgreSQL's queries run on it unchanged. */
export class EmbeddedSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessSqliteQueryCompiler();
  }
}
