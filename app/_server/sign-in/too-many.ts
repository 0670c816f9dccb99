import { nothingDone } from "#lib/shared/action-answer.ts";

/** How long to wait, in words. */
export function tooMany(what: string, waitSeconds: number) {
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = waitSeconds < 60 ? "in a minute" : `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return nothingDone(`${what} Try again ${wait}.`, "too_many");
}
