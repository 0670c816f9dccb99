import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";

export interface DkimKey {
  selector: string;
  /** PEM. */
  privateKey: string;
  /** Base64 of its DER. */
  publicKey: string;
}

const generate = promisify(generateKeyPair);

/** A key pair for one merchant's use of one domain. RSA with 2048 bits, which every receiver checks. */
export async function makeDkimKey(random: RandomBytes): Promise<DkimKey> {
  const { privateKey, publicKey } = await generate("rsa", { modulusLength: 2048 });
  return {
    selector: `waymark-${randomToken(random).slice(0, 10)}`,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}

export const dkimName = ({ domain, selector }: { domain: string; selector: string }) => `${selector}._domainkey.${domain}`;

export const dkimRecord = (publicKey: string) => `v=DKIM1; k=rsa; p=${publicKey}`;
