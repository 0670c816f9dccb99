import type { Issue } from "#lib/contracts/api/problem.ts";

/** The verbs' names of fields as our JSON spells them: `secrets.apiKey` → `secrets.api_key`. */
export function snakePaths(issues: readonly Issue[]): Issue[] {
  return issues.map(({ path, message }) => ({ path: path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), message }));
}
