import { createHash } from "node:crypto";
import type { RandomBytes } from "#lib/shared/ids.ts";

/** The same bytes on every run, never the same twice in one. */
export function createFixedRandom(seed = "waymark"): RandomBytes {
  let calls = 0;
  return (count) => {
    calls += 1;
    const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
      createHash("sha256").update(`${seed} ${calls} ${block}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, count);
  };
}
