import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { revokeSetUpLinks } from "#lib/db/queries/invitations.ts";
import { hasAnyOwner } from "#lib/db/queries/memberships.ts";
import { loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes } from "#lib/shared/ids.ts";
import { createInvitation } from "./create-invitation.ts";

interface Context {
  config: Pick<Config, "publicOrigin">;
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

/** A link that makes an owner of whoever opens it first, and ends those made before it. Of the default merchant, if none is named. */
export async function makeSetUpLink(ctx: Context, input: { merchantId?: MerchantId } = {}): Promise<string> {
  const merchantId = input.merchantId ?? (await loadDefaultMerchant(ctx)).id;
  return ctx.db.kysely.transaction().execute(async (trx) => {
    await revokeSetUpLinks(trx, ctx.clock.now());
    return (await createInvitation(ctx, trx, { merchantId, role: "owner", email: null, invitedBy: null })).url;
  });
}

/** The link of an installation that nobody owns yet; null, and the end of links made before, where somebody does. */
export async function makeFirstSetUpLink(ctx: Context): Promise<string | null> {
  if (!(await hasAnyOwner(ctx.db.kysely))) return makeSetUpLink(ctx);
  await revokeSetUpLinks(ctx.db.kysely, ctx.clock.now());
  return null;
}
