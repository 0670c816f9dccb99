import { createHash } from "node:crypto";

/** A short name for everything that decides an answer's bytes. */
export function etagOf(...parts: readonly unknown[]): string {
  return createHash("sha1").update(JSON.stringify(parts)).digest("base64url").slice(0, 20);
}
