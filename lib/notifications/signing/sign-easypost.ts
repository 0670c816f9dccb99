import { createHmac } from "node:crypto";
import { epochMsOf } from "#lib/shared/clock.ts";
import type { Signer } from "./message.ts";

/**
 * EasyPost's two signatures: of the body alone, which their clients check, and of time, method, path and body.
 * There is room for one secret only, so a new one counts at once.
 */
export const signEasyPost: Signer = async ({ sentAt, url, body }, { secrets: [secret] }) => {
  if (secret === undefined) return {};
  // RFC 2822, as they write it.
  const timestamp = new Date(epochMsOf(sentAt)).toUTCString().replace("GMT", "-0000");
  const path = new URL(url).pathname;
  const sign = (text: string) => `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(text).digest("hex")}`;
  return {
    "x-hmac-signature": sign(body),
    "x-timestamp": timestamp,
    "x-path": path,
    "x-hmac-signature-v2": sign(`${timestamp}POST${path}${body}`),
  };
};
