import type { HttpAnswer } from "#lib/http/http-client.ts";
import { readRetryAfter } from "#lib/http/read-retry-after.ts";

/** What a receiver's answer means for the delivery. `problem` finishes a sentence that begins with the endpoint. */
export type Verdict =
  | { kind: "accepted" }
  /** It wants nothing more, ever. */
  | { kind: "gone"; problem: string }
  | { kind: "failed"; problem: string; retryAfterMs: number | null };

interface AnswerClass {
  matches(status: number): boolean;
  verdict(answer: Extract<HttpAnswer, { kind: "answer" }>): Verdict;
}

const failed = (problem: string, retryAfterMs: number | null = null): Verdict => ({ kind: "failed", problem, retryAfterMs });

/** The first row that matches decides. */
const ANSWER_CLASSES: readonly AnswerClass[] = [
  { matches: (status) => status >= 200 && status < 300, verdict: () => ({ kind: "accepted" }) },
  { matches: (status) => status === 410, verdict: () => ({ kind: "gone", problem: "answered 410, which asks for no more events" }) },
  {
    matches: (status) => status >= 300 && status < 400,
    verdict: ({ status }) => failed(`answered ${status}: redirects are not followed, so its address must be the final one`),
  },
  {
    matches: (status) => status === 429 || status === 503,
    verdict: ({ status, headers }) => failed(`answered ${status}`, readRetryAfter(headers)),
  },
];

export function judgeAnswer(answer: HttpAnswer): Verdict {
  if (answer.kind !== "answer") return failed(answer.problem);
  const row = ANSWER_CLASSES.find(({ matches }) => matches(answer.status));
  return row?.verdict(answer) ?? failed(`answered ${answer.status}`);
}
