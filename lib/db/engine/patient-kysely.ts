import { Kysely, type TransactionBuilder } from "kysely";
import { retryAborted } from "./retry-aborted.ts";

/** Kysely whose transactions are done again where the engine aborts one: what they do may run more than once, and counts once. */
export class PatientKysely<Tables> extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = (work) => retryAborted(() => execute(work));
    return builder;
  }
}
