import type { Config } from "#lib/config/config.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { SignIn } from "./sign-in.ts";

/** A link that lets its holder choose a new password, once, within an hour. */
export async function makeResetUrl(ctx: { config: Pick<Config, "publicOrigin">; signIn: SignIn }, userId: UserId): Promise<string> {
  return `${ctx.config.publicOrigin}/admin/reset/${await ctx.signIn.makeResetToken(userId)}`;
}
