import { join } from "node:path";
import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findInstallationSecret, insertInstallationSecretIfNone } from "#lib/db/queries/installation-secrets.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { deriveKey, digestText, openText, sealText } from "./sealing.ts";
import { readOrMakeSecretKey, SECRET_KEY_FILE } from "./secret-key-file.ts";
import type { Vault } from "./vault.ts";

interface VaultContext {
  config: Pick<Config, "secretKey" | "dataDir">;
  db: Database;
  random: RandomBytes;
}

const CHECK = { name: "check", purpose: "installation_secrets.check", text: "waymark" } as const;

/**
 * The vault of this installation, by SECRET_KEY or the key file in the data folder.
 * Throws `secret_unreadable` at once, not at the first secret, when the database was sealed with another key.
 */
export async function createVault({ config, db, random }: VaultContext): Promise<Vault> {
  const secret = config.secretKey ?? readOrMakeSecretKey(config.dataDir, random);
  const key = deriveKey(secret, "vault");
  const digestKey = deriveKey(secret, "digests");
  const vault: Vault = {
    seal: (text, purpose) => sealText(text, { key, purpose, random }),
    open(sealed, purpose) {
      const text = openText(sealed, { key, purpose });
      if (text === null) throw new AppError("secret_unreadable", { message: `What is stored in ${purpose} was sealed with another key.` });
      return text;
    },
    digest: (text, purpose) => digestText(text, { key: digestKey, purpose }),
  };
  const check =
    (await findInstallationSecret(db.kysely, CHECK.name)) ??
    (await insertInstallationSecretIfNone(db.kysely, CHECK.name, vault.seal(CHECK.text, CHECK.purpose)));
  if (openText(check, { key, purpose: CHECK.purpose }) !== CHECK.text) {
    throw new AppError("secret_unreadable", { message: explainOtherKey(config) });
  }
  return vault;
}

function explainOtherKey({ secretKey, dataDir }: VaultContext["config"]): string {
  const file = join(dataDir, SECRET_KEY_FILE);
  const begin = "The credentials in this database were encrypted with another key than";
  return secretKey === null
    ? `${begin} the one in ${file}. Put the first key back there, or set SECRET_KEY; every process on one database needs the same key.`
    : `${begin} SECRET_KEY. Set SECRET_KEY to the first one, or unset it if the key was the one in ${file}.`;
}
