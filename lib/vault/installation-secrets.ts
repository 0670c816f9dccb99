import type { Queryable } from "#lib/db/engine/database.ts";
import { findInstallationSecret, insertInstallationSecretIfNone } from "#lib/db/queries/installation-secrets.ts";
import type { Vault } from "./vault.ts";

/** A secret of the installation itself, made when it is first asked for: of two processes that make one at once, both answer the same. */
export async function getOrCreateInstallationSecret(
  ctx: { db: { kysely: Queryable }; vault: Vault },
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const purpose = `installation_secrets.${name}`;
  const sealed =
    (await findInstallationSecret(ctx.db.kysely, name)) ??
    (await insertInstallationSecretIfNone(ctx.db.kysely, name, ctx.vault.seal(await make(), purpose)));
  return ctx.vault.open(sealed, purpose);
}
