import type { z } from "zod";
import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { describeIssues } from "#lib/contracts/api/describe-issues.ts";
import type { Operation } from "#lib/contracts/api/operation.ts";
import { invalidInput } from "./problem-answer.ts";

interface Input<Query extends z.ZodType, Body extends z.ZodType> {
  query: z.output<Query>;
  body: z.output<Body>;
}

/** An operation of our API and what does it: query and body are parsed by the very schemas that the documents show. */
export function endpoint<Query extends z.ZodType, Body extends z.ZodType>(
  operation: Operation<Query, Body>,
  answer: (call: ApiCall, input: Input<Query, Body>) => Promise<ApiAnswer>,
): Endpoint {
  return {
    method: operation.method,
    path: operation.path,
    async handle(call) {
      const query = operation.query?.safeParse(Object.fromEntries(call.query));
      const body = operation.body?.safeParse(call.body);
      const errors = [query, body].flatMap((parsed) => (parsed?.success === false ? describeIssues(parsed.error) : []));
      if (errors.length > 0) return invalidInput(call, errors);
      return answer(call, { query: query?.data, body: body?.data } as Input<Query, Body>);
    },
  };
}

/** The value of a `:name`, which the path always has. */
export function param({ params }: Pick<ApiCall, "params">, name: string): string {
  return params[name] ?? "";
}
