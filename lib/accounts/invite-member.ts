import type { BrandColors } from "#lib/branding/derive-palette.ts";
import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findMembership } from "#lib/db/queries/memberships.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { queueMail } from "#lib/mail/queue-mail.ts";
import { renderMail } from "#lib/mail/render-mail.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { InvitationId, MerchantId, RandomBytes, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { createInvitation } from "./create-invitation.ts";
import { parseEmail } from "./email.ts";
import { findUser } from "./find-user.ts";

interface Context {
  config: Pick<Config, "publicOrigin" | "smtpUrl">;
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: JobQueue;
  vault: Vault;
}

export interface InviteInput {
  /** From a visitor's sandbox, which `expiresAt`, no mail goes out. */
  merchant: { id: MerchantId; name: string; expiresAt: Instant | null; colors?: BrandColors };
  email: string;
  role: Role;
  inviter: { id: UserId; name: string };
}

export type InviteOutcome =
  | { kind: "invited"; id: InvitationId; email: string; url: string; expiresAt: Instant; isMailed: boolean }
  | { kind: "invalid" }
  | { kind: "already_member" };

/** Makes a link for a colleague, and mails it where mail is sent. It is told here as well, this once. */
export async function inviteMember(ctx: Context, { merchant, role, inviter, ...input }: InviteInput): Promise<InviteOutcome> {
  const email = parseEmail(input.email);
  if (email === null) return { kind: "invalid" };
  const known = await findUser(ctx, email);
  if (known && (await findMembership(ctx.db.kysely, { merchantId: merchant.id, userId: known.id }))) return { kind: "already_member" };

  return ctx.db.kysely.transaction().execute(async (trx) => {
    const made = await createInvitation(ctx, trx, { merchantId: merchant.id, role, email, invitedBy: inviter.id });
    const mail = await invitationMail({ to: email, url: made.url, merchant, role, inviter });
    const isMailed = merchant.expiresAt === null && (await queueMail(ctx, trx, mail));
    return { kind: "invited" as const, ...made, email, isMailed };
  });
}

function invitationMail({ to, url, merchant, role, inviter }: { to: string; url: string } & Omit<InviteInput, "email">) {
  return renderMail({
    to,
    senderName: merchant.name,
    ...(merchant.colors && { colors: merchant.colors }),
    subject: `${inviter.name} invited you to ${merchant.name}`,
    heading: `Join ${merchant.name}`,
    paragraphs: [`${inviter.name} invited you to the console of ${merchant.name}, as ${ARTICLES[role]} ${role}.`, MEANINGS[role]],
    button: { label: "Accept the invitation", href: url },
    footnotes: ["The link works once, within seven days.", "If you do not know what this is about, do nothing."],
  });
}

const ARTICLES: Readonly<Record<Role, string>> = { owner: "an", editor: "an", viewer: "a" };
const MEANINGS: Readonly<Record<Role, string>> = {
  owner: "Owners may do everything: people, keys and domains too.",
  editor: "Editors shape the tracking page and look after parcels.",
  viewer: "Viewers see everything, and change nothing.",
};
