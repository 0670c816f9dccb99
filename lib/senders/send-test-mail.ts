import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { deliverMail, type MailOutcome } from "#lib/mail/deliver-mail.ts";
import type { MailPicture } from "#lib/mail/mail.ts";
import { renderShopperMail } from "#lib/mail/render-shopper-mail.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { MailView } from "#lib/view/mail-view.ts";
import { loadMessageSettings } from "./load-message-settings.ts";
import { loadSender } from "./load-sender.ts";

/** Sends an invented parcel's mail as the shop's own go out, marked in its subject. Its picture travels along, for nothing serves one. */
export async function sendTestMail(
  ctx: { db: Database; vault: Vault; config: Pick<Config, "smtpUrl" | "mailFrom"> },
  { merchant, view, picture, to }: { merchant: Pick<Merchant, "id" | "brand">; view: MailView; picture: MailPicture | null; to: string },
): Promise<MailOutcome> {
  const settings = await loadMessageSettings(ctx, merchant.id);
  const [mail, sender] = await Promise.all([renderShopperMail(view), loadSender(ctx, { merchant, settings })]);
  return deliverMail(ctx, { ...mail, ...sender, to, subject: `[Test] ${mail.subject}`, ...(picture && { pictures: [picture] }) });
}
