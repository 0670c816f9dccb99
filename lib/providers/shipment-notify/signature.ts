import { byToken } from "../by-token.ts";
import { verifyByAnyOf } from "../webhook-proof.ts";

/** The platform documents no signature: only a secret that comes along can tell it from anybody else. */
export const verifyShipmentNotifyWebhook = verifyByAnyOf(byToken);
