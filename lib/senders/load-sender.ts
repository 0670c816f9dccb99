import type { Database } from "#lib/db/engine/database.ts";
import { findSenderDomainByName } from "#lib/db/queries/sender-domains.ts";
import type { MailSignature, OutgoingMail } from "#lib/mail/mail.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { MessageSettings } from "./message-settings.ts";
import { domainOfAddress, SENDER_KEY_PURPOSE } from "./sender-domain.ts";

/** As whom a mail goes out; what is absent is the installation's own. */
export type Sender = Pick<OutgoingMail, "senderName" | "fromAddress" | "replyTo" | "signature">;

/**
 * As whom a merchant writes: by their own address, signed, while its domain is proven; else by the installation's.
 * Answers go to the shop either way.
 */
export async function loadSender(
  ctx: { db: Pick<Database, "kysely">; vault: Vault },
  { merchant, settings }: { merchant: Pick<Merchant, "id" | "brand">; settings: Pick<MessageSettings, "fromAddress" | "replyTo"> },
): Promise<Sender> {
  const { brand } = merchant;
  const replyTo = settings.replyTo ?? brand.support?.email ?? undefined;
  const sender: Sender = { senderName: brand.name, ...(replyTo !== undefined && { replyTo }) };
  const { fromAddress } = settings;
  const signature = fromAddress === null ? null : await findSignature(ctx, merchant, domainOfAddress(fromAddress));
  return fromAddress === null || signature === null ? sender : { ...sender, fromAddress, signature };
}

async function findSignature(
  { db, vault }: { db: Pick<Database, "kysely">; vault: Vault },
  merchant: Pick<Merchant, "id">,
  domain: string,
): Promise<MailSignature | null> {
  const row = await findSenderDomainByName(db.kysely, { merchantId: merchant.id, domain });
  if (row?.state !== "verified") return null;
  return { domain, selector: row.selector, privateKey: vault.open(row.private_key, SENDER_KEY_PURPOSE) };
}
