import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a stranger's key is the private one, in a time that tells nothing about where they differ. Without a private key: never. */
export function matchKey(given: string, privateKey: string | null): boolean {
  const isEqual = timingSafeEqual(digest(given), digest(privateKey ?? ""));
  return isEqual && privateKey !== null;
}

const digest = (text: string) => createHash("sha256").update(text).digest();
