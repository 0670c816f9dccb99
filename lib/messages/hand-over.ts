import type { SuppressionReason } from "#lib/db/schema.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { renderShopperMail } from "#lib/mail/render-shopper-mail.ts";
import { loadSender, type Sender } from "#lib/senders/load-sender.ts";
import { domainOfAddress } from "#lib/senders/sender-domain.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { MessageId } from "#lib/shared/ids.ts";
import { SMS_PROVIDERS } from "#lib/sms/sms-providers.ts";
import { buildMailView } from "#lib/view/build-mail-view.ts";
import { buildSmsText } from "#lib/view/build-sms-text.ts";
import type { MessageContext } from "./message-context.ts";
import type { ReadyMessage } from "./prepare-message.ts";
import { smsReportsUrl } from "./reports-address.ts";
import { SMS_SUPPRESSION } from "./sms-suppression.ts";

/** What became of handing a message over, in our words, which name nobody. */
export type HandOver =
  | { kind: "sent"; providerId?: string }
  /** For good; `suppress` where the address takes nothing more, whatever it says. */
  | { kind: "refused"; suppress: SuppressionReason | null; problem: string }
  /** Another try may help. */
  | { kind: "later"; problem: string; retryAfterMs: number | null }
  | { kind: "unclear"; problem: string };

/** A message written for its channel: all that is left is to hand it over. */
export interface WrittenMessage {
  /** What it will be known by, where we say so ourselves. */
  providerId: string | null;
  /** Once; call it outside of every transaction. */
  handOver(): Promise<HandOver>;
}

type Writer = (ctx: MessageContext, message: ReadyMessage) => Promise<WrittenMessage>;

export const WRITERS: Readonly<Record<Channel, Writer>> = {
  async email(ctx, { message, merchant, settings, input, topics, links, to }) {
    const view = buildMailView(input, { kind: message.kind, topics, links });
    const [mail, sender] = await Promise.all([renderShopperMail(view), loadSender(ctx, { merchant, settings })]);
    const messageId = mailMessageId(message.id, sender, ctx.config.mailFrom);
    const headers = { "Content-Language": view.lang, ...(message.kind === "news" && unsubscribeHeaders(links.unsubscribe)) };
    return {
      providerId: messageId,
      async handOver() {
        const outcome = await deliverMail(ctx, { to, ...mail, ...sender, messageId, headers });
        switch (outcome.kind) {
          case "accepted":
            return { kind: "sent" };
          case "refused":
            return { kind: "refused", suppress: outcome.isRecipient ? "bounced" : null, problem: outcome.problem };
          case "later":
            return { ...outcome, retryAfterMs: null };
          case "unclear":
            return outcome;
          case "no_mail":
            return { kind: "refused", suppress: null, problem: "No mail server is set: SMTP_URL." };
        }
      },
    };
  },

  async sms(ctx, { message, settings, input, topics, links, to }) {
    const text = buildSmsText(input, { kind: message.kind, topics, links });
    return {
      providerId: null,
      async handOver() {
        const { sms: account, reportsToken } = settings;
        if (account === null || reportsToken === null) return { kind: "refused", suppress: null, problem: "No account for SMS is set." };
        const reportUrl = smsReportsUrl(ctx.config, reportsToken, message.id);
        const outcome = await SMS_PROVIDERS[account.provider].send(ctx, account, { to, text, reportUrl });
        switch (outcome.kind) {
          case "accepted":
            return { kind: "sent", providerId: outcome.providerId };
          case "refused":
            return { kind: "refused", suppress: SMS_SUPPRESSION[outcome.because], problem: outcome.problem };
          case "later":
          case "unclear":
            return outcome;
        }
      },
    };
  },
};

/** The same for every attempt, so that a receiver can tell a repetition, and reports can be matched. */
const mailMessageId = (id: MessageId, { fromAddress }: Sender, mailFrom: string) => `${id}@${domainOfAddress(fromAddress ?? mailFrom)}`;

/** One POST ends it, from the mail program's own button. RFC 8058. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  return url === null ? {} : { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
