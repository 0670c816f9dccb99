import { lockSourceRow, type SourceKey, updateSourceRow } from "#lib/db/queries/sources.ts";
import type { SourceSecrets } from "#lib/providers/provider.ts";
import { DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { type MadeSecret, madeSecretName } from "./made-secret.ts";
import { changeSecrets, parseSourceChanges } from "./source-input.ts";
import type { SourceContext } from "./source-record.ts";
import { openSecrets, sealSecrets } from "./source-secrets.ts";

const OVERLAP_MS = DAY_MS;

export type RotateTokenOutcome =
  /** `secret` is told here and never again; the one before is accepted as well until `previousUntil`, where there was one. */
  { kind: "rotated"; secret: MadeSecret; previousUntil: Instant | null } | { kind: "invalid"; issues: Issue[] } | { kind: "not_found" };

/** Replaces what its webhooks are known by: the token, or the secret they are signed with. Without a value we make one. */
export async function rotateToken(
  ctx: SourceContext & { random: RandomBytes },
  input: SourceKey & { value?: string },
): Promise<RotateTokenOutcome> {
  return ctx.db.kysely.transaction().execute(async (trx): Promise<RotateTokenOutcome> => {
    const row = await lockSourceRow(trx, input);
    if (!row) return { kind: "not_found" };
    const before = openSecrets(ctx.vault, row.secrets);
    const name = nameOfProof(row.provider, before);
    const value = input.value ?? randomToken(ctx.random);

    const parsed = parseSourceChanges({ secrets: { [name]: value } });
    if (parsed.kind === "invalid") return parsed;
    const changed = changeSecrets(row.provider, before, parsed.value.secrets ?? {});
    if (changed.kind === "invalid") return changed;

    const now = ctx.clock.now();
    const old = before[name];
    const previous = old === undefined ? null : { [name]: old, until: plusMs(now, OVERLAP_MS) };
    const secrets: SourceSecrets = { ...changed.secrets, ...(previous && { previous }) };
    await updateSourceRow(trx, { id: row.id, merchantId: row.merchant_id }, { updated_at: now, secrets: sealSecrets(ctx.vault, secrets) });
    return { kind: "rotated", secret: { name, value }, previousUntil: previous?.until ?? null };
  });
}

/** The one in use; the one we would make where there is none. */
function nameOfProof(provider: ProviderName, { webhookSecret, token }: SourceSecrets): MadeSecret["name"] {
  if (webhookSecret !== undefined) return "webhookSecret";
  return token === undefined ? madeSecretName(provider) : "token";
}
