import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import type { RandomBytes } from "#lib/shared/ids.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What sealed text begins with, so that another way of sealing can come beside this one. */
const VERSION = "v1.";

/** Any text of enough entropy → a key for one use: of the cipher, or of digests. */
export function deriveKey(secret: string, use: "vault" | "digests"): Buffer {
  return Buffer.from(hkdfSync("sha256", secret.normalize("NFC"), "", `waymark ${use}`, 32));
}

export function digestText(text: string, { key, purpose }: { key: Buffer; purpose: string }): string {
  return createHmac("sha256", key).update(`${purpose}\0${text}`).digest("hex");
}

/** `v1.` and, in base64url, nonce, ciphertext and tag. */
export function sealText(text: string, { key, purpose, random }: { key: Buffer; purpose: string; random: RandomBytes }): string {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return VERSION + sealed.toString("base64url");
}

/** Null for what was sealed with another key or for another purpose, or has been changed since. */
export function openText(sealed: string, { key, purpose }: { key: Buffer; purpose: string }): string | null {
  if (!sealed.startsWith(VERSION)) return null;
  const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const tagAt = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(tagAt));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
