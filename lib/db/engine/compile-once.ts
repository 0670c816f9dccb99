import { type Compilable, type CompiledQuery, sql } from "kysely";
import type { Database, Queryable } from "./database.ts";

/** A limit written into the text: SQLite then plans for one row, where a parameter costs it a sorter (24 µs instead of 4). */
export const JUST_ONE = sql.lit(1);

type Inputs = Readonly<Record<string, string | number | null>>;

/** Stands for a parameter while the query is compiled. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A reading query whose text is made once per database: building it costs more than running it.
 * `build` sees placeholders for the input's properties, so it may pass them on but not look at them.
 */
export function compileOnce<Input extends Inputs, Row>(
  build: (db: Queryable, input: Input) => Compilable<Row>,
): (db: Database, input: Input) => Promise<Row[]> {
  const compiledFor = new WeakMap<Database, CompiledQuery<Row>>();
  const slots = new Proxy({} as Input, { get: (_, name) => new Slot(String(name)) });

  return (db, input) => {
    let compiled = compiledFor.get(db);
    if (!compiled) {
      compiled = build(db.kysely, slots).compile();
      compiledFor.set(db, compiled);
    }
    const parameters = compiled.parameters.map((value) => (value instanceof Slot ? input[value.name] : value));
    return db.read({ ...compiled, parameters });
  };
}
