import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Visit } from "#lib/accounts/sign-in.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { ActionAnswer, ConsoleAction } from "#lib/shared/action-answer.ts";
import { log } from "../log.ts";
import { getServices } from "../services.ts";
import { readVisit } from "./read-visit.ts";

interface Definition<Schema extends z.ZodType, Value> {
  /** What the log calls it: `sign-in.password`. */
  name: string;
  input: Schema;
  run(context: { runtime: Runtime; visit: Visit & { address: string } }, input: z.output<Schema>): Promise<ActionAnswer<Value>>;
}

/** An action for those who are not signed in, in the shape of the console's others; it is about no shop. Next itself refuses other origins. */
export function openAction<Schema extends z.ZodType, Value = null>({
  name,
  input: schema,
  run,
}: Definition<Schema, Value>): ConsoleAction<z.input<Schema>, Value> {
  return async (_merchant, input) => {
    const { runtime } = await getServices();
    const read = schema.safeParse(input);
    if (!read.success) {
      return { kind: "invalid", issues: read.error.issues.map(({ path, message }) => ({ path: path.join("."), message })) };
    }
    try {
      return await run({ runtime, visit: readVisit(await headers(), runtime.config) }, read.data);
    } catch (error) {
      unstable_rethrow(error);
      log(runtime.config.logLevel, "error", { action: name, error });
      return { kind: "failed", message: "Something went wrong on our side. Nothing was changed; please try again." };
    }
  };
}
