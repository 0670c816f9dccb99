import { createHmac } from "node:crypto";
import { epochMsOf } from "#lib/shared/clock.ts";
import type { Signer } from "./message.ts";

/** There is room for one secret only, so a new one counts at once. */
export const signShippo: Signer = async ({ sentAt, body }, { secrets: [secret] }) => {
  if (secret === undefined) return {};
  const timestamp = Math.floor(epochMsOf(sentAt) / 1000);
  return {
    "shippo-auth-signature": `t=${timestamp},v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`,
  };
};
