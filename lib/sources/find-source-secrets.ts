import type { Database } from "#lib/db/engine/database.ts";
import { findSourceSecretsText } from "#lib/db/queries/sources.ts";
import type { SourceSecrets } from "#lib/providers/provider.ts";
import type { SourceId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { openSecrets } from "./source-secrets.ts";

/** For asking the source's API; null where the source is gone. */
export async function findSourceSecrets(ctx: { db: Database; vault: Vault }, sourceId: SourceId): Promise<SourceSecrets | null> {
  const sealed = await findSourceSecretsText(ctx.db.kysely, sourceId);
  return sealed === undefined ? null : openSecrets(ctx.vault, sealed);
}
