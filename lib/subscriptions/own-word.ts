import type { SubscriptionEnd, SuppressionReason } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";

/** What a shopper said themselves, or their mail provider for them: nobody else takes it back. */
export const OWN_WORDS: readonly SuppressionReason[] = ["stopped", "complained"];
/** What a shop may judge: a mailbox works again, or it was the shop's own wish. */
export const SHOPS_WORDS: readonly SuppressionReason[] = ["bounced", "by_merchant"];

/** Whether a mail can ask its reader if they think otherwise by now. Who texted STOP is let in again by texting START alone. */
export const canBeAsked = ({ channel, reason }: { channel: Channel; reason: SuppressionReason | null }) =>
  channel === "email" && reason !== null && OWN_WORDS.includes(reason);

/** Whether a subscription ended because its shopper wanted it, so that nobody else begins it again. */
export const isEndedByShopper = ({ channel, reason }: { channel: Channel; reason: SubscriptionEnd | null }) =>
  reason === "unsubscribed" || canBeAsked({ channel, reason });
