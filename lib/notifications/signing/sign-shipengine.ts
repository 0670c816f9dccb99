import { sign } from "node:crypto";
import type { Signer } from "./message.ts";

/** RSASSA-PKCS1-v1_5 over time and body, by the key that `/jwks` publishes. */
export const signShipEngine: Signer = async ({ sentAt, body }, { findSigningKey }) => {
  const { id, privateKey } = await findSigningKey();
  return {
    "x-shipengine-rsa-sha256-key-id": id,
    "x-shipengine-rsa-sha256-signature": sign("sha256", Buffer.from(`${sentAt}.${body}`), privateKey).toString("base64"),
    "x-shipengine-timestamp": sentAt,
  };
};
