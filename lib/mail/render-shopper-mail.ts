import type { MailView } from "#lib/view/mail-view.ts";
import { drawShopperMail } from "./draw-shopper-mail.ts";
import { writeShopperText } from "./write-shopper-text.ts";

/** A shopper's mail in the two forms it is sent in. Fetches nothing. */
export async function renderShopperMail(view: MailView): Promise<{ subject: string; text: string; html: string }> {
  return { subject: view.subject, text: writeShopperText(view), html: await drawShopperMail(view) };
}
