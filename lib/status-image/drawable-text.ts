import coverage from "./fonts/coverage.json" with { type: "json" };

/** First and last of each run of characters that one of our fonts can draw. */
const RUNS: readonly number[] = decodeRuns(coverage);

/** Joins and directs what stands beside it, and has no shape of its own. */
const GUIDES = /[\u200b-\u200f\u2060\u2066-\u2069]/u;

/** Spaces around what is gone, and what joined its parts. */
const GAP = / [ \u200d]+/gu;

/**
 * What of a text can be drawn: no emoji, no script that none of our fonts knows, nothing that would come out as an empty box.
 * One line, however it was written.
 */
export function drawableText(text: string): string {
  return [...text.normalize("NFC").replace(/\s/gu, " ")]
    .filter((character) => GUIDES.test(character) || isCovered(character.codePointAt(0) ?? 0))
    .join("")
    .replace(GAP, " ")
    .replace(/^[ \u200d]+|[ \u200d]+$/gu, "");
}

function isCovered(codePoint: number): boolean {
  let [low, high] = [0, RUNS.length / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (RUNS[middle * 2] ?? 0)) high = middle - 1;
    else if (codePoint > (RUNS[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Kept as steps from one bound to the next, which are short to write. */
function decodeRuns(steps: readonly number[]): number[] {
  let bound = 0;
  return steps.map((step) => {
    bound += step;
    return bound;
  });
}
