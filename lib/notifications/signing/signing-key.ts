import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Database } from "#lib/db/engine/database.ts";
import { getOrCreateInstallationSecret } from "#lib/vault/installation-secrets.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { SigningKey } from "./message.ts";

const NAME = "shipengine_signing_key";
const MODULUS_BITS = 2048;

/** An RSA public key as RFC 7517 writes it. */
export interface PublishedJwk {
  kty: "RSA";
  n: string;
  e: string;
  kid: string;
  use: "sig";
  alg: "RS256";
}

interface SigningContext {
  db: Database;
  vault: Vault;
}

/** The installation's RSA key, made when it is first needed. */
export async function loadSigningKey(ctx: SigningContext): Promise<SigningKey> {
  const privateKey = createPrivateKey(await getOrCreateInstallationSecret(ctx, NAME, makePrivateKey));
  return { id: publicJwkOf(privateKey).kid, privateKey };
}

/** What receivers check our signatures with. */
export async function listPublishedJwks(ctx: SigningContext): Promise<PublishedJwk[]> {
  return [publicJwkOf((await loadSigningKey(ctx)).privateKey)];
}

async function makePrivateKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: MODULUS_BITS });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function publicJwkOf(privateKey: KeyObject): PublishedJwk {
  const { n = "", e = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  // The key's thumbprint (RFC 7638) is its id: the same in every process.
  const kid = createHash("sha256")
    .update(JSON.stringify({ e, kty: "RSA", n }))
    .digest("base64url");
  return { kty: "RSA", n, e, kid, use: "sig", alg: "RS256" };
}
