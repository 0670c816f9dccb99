import type { Issue } from "#lib/shared/issue.ts";
import { ratePassword } from "./rate-password.ts";

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
const LEAST_SCORE = 3;

/** Why a password will not do; nothing for one that will. `knownWords` are such as somebody who knows its owner would try. */
export async function findPasswordIssues(password: string, knownWords: readonly string[]): Promise<Issue[]> {
  if (password.length < SHORTEST_PASSWORD) return [issue(`Use at least ${SHORTEST_PASSWORD} characters.`)];
  if (password.length > LONGEST_PASSWORD) return [issue(`Use at most ${LONGEST_PASSWORD} characters.`)];
  const { score, advice } = await ratePassword(password, knownWords);
  return score >= LEAST_SCORE ? [] : [issue(["This is too easy to guess.", ...advice].join(" "))];
}

const issue = (message: string): Issue => ({ path: "password", message });
