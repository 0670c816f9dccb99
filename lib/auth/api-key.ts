import { createHash } from "node:crypto";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

const PREFIXES = { test: "wm_test_", production: "wm_live_" } as const satisfies Record<Mode, string>;
const KEY = /^wm_(?:test|live)_[\da-z]{32}$/;
const HINT_LENGTH = 4;

/** `wm_test_…` or `wm_live_…`: the mode is for people to see; the stored row decides. */
export function makeApiKey(mode: Mode, random: RandomBytes): string {
  return `${PREFIXES[mode]}${randomToken(random)}`;
}

export function isApiKey(text: string): boolean {
  return KEY.test(text);
}

/** A key is 160 random bits, which nobody can try out: so a plain digest is enough, and can be looked up. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Its end, to tell keys apart. */
export function hintOfApiKey(key: string): string {
  return key.slice(-HINT_LENGTH);
}
