import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import { MOST_ISSUES } from "#app/_server/api/most-issues.ts";
import { PROBLEM_TYPE } from "#app/_server/problem.ts";
import { type Issue, PROBLEMS, type Problem, type ProblemCode } from "#lib/contracts/api/problem.ts";

interface ProblemDetails {
  errors?: readonly Issue[];
  headers?: Readonly<Record<string, string>>;
}

/** What went wrong, by RFC 9457; `detail` is a sentence that says what to do. */
export function problemAnswer(
  { requestId }: Pick<ApiCall, "requestId">,
  code: ProblemCode,
  detail: string,
  { errors, headers = {} }: ProblemDetails = {},
): ApiAnswer {
  const { status, title } = PROBLEMS[code];
  const body: Problem = {
    type: "about:blank",
    code,
    title,
    status,
    detail,
    ...(errors && { errors: [...errors] }),
    request_id: requestId,
  };
  return { status, headers: { "content-type": PROBLEM_TYPE, ...headers }, body };
}

/** Everything wrong with the input, within reason; the first of it stands in the sentence, for those who look no further. */
export function invalidInput(call: Pick<ApiCall, "requestId">, errors: readonly Issue[]): ApiAnswer {
  const [first = { path: "", message: "is not valid" }] = errors;
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const detail = `${first.path || "The input"}: ${first.message}${rest}`;
  return problemAnswer(call, "input_invalid", detail.endsWith(".") ? detail : `${detail}.`, { errors: errors.slice(0, MOST_ISSUES) });
}

/** The same for what is another merchant's, or of the other mode: whether it exists there is nobody's business. */
export function notFound(call: Pick<ApiCall, "requestId" | "caller">, what: string): ApiAnswer {
  const mode = call.caller.mode === "test" ? "a test key sees test data only" : "a production key sees production data only";
  return problemAnswer(call, "not_found", `There is no such ${what}; note that ${mode}.`);
}
