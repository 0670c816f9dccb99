import type { HttpAnswer } from "#lib/http/http-client.ts";
import { epochMsOf, type Instant } from "#lib/shared/clock.ts";

/** What a receiver's answer means for the delivery. `problem` finishes a sentence that begins with the endpoint. */
export type Verdict =
  | { kind: "accepted" }
  /** It wants nothing more, ever. */
  | { kind: "gone"; problem: string }
  | { kind: "failed"; problem: string; retryAfterSeconds: number | null };

interface AnswerClass {
  matches(status: number): boolean;
  verdict(answer: Extract<HttpAnswer, { kind: "answer" }>, now: Instant): Verdict;
}

const failed = (problem: string, retryAfterSeconds: number | null = null): Verdict => ({ kind: "failed", problem, retryAfterSeconds });

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
    verdict: ({ status, headers }, now) => failed(`answered ${status}`, readRetryAfter(headers["retry-after"], now)),
  },
];

export function judgeAnswer(answer: HttpAnswer, now: Instant): Verdict {
  if (answer.kind !== "answer") return failed(answer.problem);
  const row = ANSWER_CLASSES.find(({ matches }) => matches(answer.status));
  return row?.verdict(answer, now) ?? failed(`answered ${answer.status}`);
}

/** Seconds from now; null for what is neither a number of seconds nor a date to come. */
export function readRetryAfter(header: string | undefined, now: Instant): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // RFC 9110's dates begin with the name of a day; `Date.parse` would take much else for one.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return null;
  const seconds = Math.ceil((Date.parse(text) - epochMsOf(now)) / 1000);
  return seconds > 0 ? seconds : null;
}
