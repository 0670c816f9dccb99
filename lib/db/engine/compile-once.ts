import type { Compilable, CompiledQuery } from "kysely";
import type { Queryable } from "./database.ts";

type Inputs = Readonly<Record<string, string | number | null>>;

/** Stands for a parameter while the query is compiled. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query whose text is made once per database: building it costs more than running it.
 * `build` sees placeholders for the input's properties, so it may pass them on but not look at them.
 */
export function compileOnce<Input extends Inputs, Row>(
  build: (db: Queryable, input: Input) => Compilable<Row>,
): (db: Queryable, input: Input) => Promise<Row[]> {
  const compiledFor = new WeakMap<object, CompiledQuery<Row>>();
  const slots = new Proxy({} as Input, { get: (_, name) => new Slot(String(name)) });

  return async (db, input) => {
    // The adapter is shared by a database and its transactions, and by nothing else.
    const { adapter } = db.getExecutor();
    let compiled = compiledFor.get(adapter);
    if (!compiled) {
      compiled = build(db, slots).compile();
      compiledFor.set(adapter, compiled);
    }
    const parameters = compiled.parameters.map((value) => (value instanceof Slot ? input[value.name] : value));
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
