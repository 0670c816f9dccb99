import { Webhook } from "standardwebhooks";
import { epochMsOf } from "#lib/shared/clock.ts";
import type { Signer } from "./message.ts";

/** Standard Webhooks; while secrets are rotated the header holds a signature by each. */
export const signStandard: Signer = async ({ id, sentAt, body }, { secrets }) => {
  const date = new Date(epochMsOf(sentAt));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(date.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, date, body)).join(" "),
  };
};
