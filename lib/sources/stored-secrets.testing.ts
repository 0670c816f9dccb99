import type { SourceId } from "#lib/shared/ids.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { openSecrets } from "./source-secrets.ts";

/** A source's secrets, past all verbs, none of which tells them; null where the source is gone. */
export async function readStoredSecrets(test: TestDatabase, sourceId: SourceId) {
  const row = await test.db.kysely.selectFrom("sources").where("id", "=", sourceId).select("secrets").executeTakeFirst();
  return row ? openSecrets(test.vault, row.secrets) : null;
}
