import { readTarget } from "#lib/http/read-target.ts";

const LONGEST_URL = 2048;
/** `new URL` would drop some of these in silence. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
const LOCAL_NAME = /(?:^|\.)localhost\.?$/;

/** Null for an address that events can be sent to, as far as its text tells; else what is wrong with it. */
export function findUrlFault(text: string, options: { allowPrivate: boolean }): string | null {
  if (text.length > LONGEST_URL) return `must have at most ${LONGEST_URL} characters`;
  if (UNSEEN.test(text)) return "must hold neither spaces nor invisible characters";
  const target = readTarget(text, options);
  if (target.kind === "refused") return target.problem;
  if (target.url.hash !== "") return "must not hold a fragment: what follows # is never sent";
  if (!options.allowPrivate && LOCAL_NAME.test(target.url.hostname)) {
    return "leads to the server itself; the operator may allow that by ALLOW_PRIVATE_TARGETS";
  }
  return null;
}

/** What may be said aloud of an address: its path and query may hold a secret. */
export function hostOf(url: string): string {
  return new URL(url).host;
}
