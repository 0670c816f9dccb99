import { z } from "zod";
import { CHANNELS } from "#lib/shared/channel.ts";
import { NEWS_TOPICS } from "#lib/tracking/news-topic.ts";
import { idField, instantField, listOf, pageFields, pageOf } from "./fields.ts";

const channelField = z.enum(CHANNELS, `must be ${CHANNELS.join(" or ")}`);

const hintField = z.string().describe("To recognise the address by: it is told to nobody again.").meta({ example: "m•••@example.com" });

const topicsField = z.array(z.enum(NEWS_TOPICS, `must be some of ${NEWS_TOPICS.join(", ")}`));

const addressField = z.string().max(254, "must have at most 254 characters");

export const subscriptionSchema = z
  .strictObject({
    id: idField("sub"),
    tracker_id: idField("trk"),
    channel: channelField,
    address_hint: hintField,
    topics: topicsField.describe("What they are told of."),
    lang: z.string().describe("The language they are told in.").meta({ example: "en" }),
    origin: z.enum(["private_page", "public_page", "api"]).describe("Where the wish was made."),
    state: z.enum(["pending", "active", "ended"]).describe("`pending`: the address has yet to be confirmed by its owner."),
    ended_reason: z
      .enum(["unsubscribed", "bounced", "complained", "stopped", "by_merchant"])
      .nullable()
      .describe("`unsubscribed`: from this parcel's news; `stopped`: from all you would write."),
    created_at: instantField,
    confirmed_at: instantField.nullable(),
    ended_at: instantField.nullable(),
  })
  .describe("A shopper who is told of a parcel's news.")
  .meta({ id: "Subscription" });

export type SubscriptionJson = z.infer<typeof subscriptionSchema>;

export const subscriptionListSchema = listOf(subscriptionSchema).meta({ id: "SubscriptionList" });

export const createSubscriptionSchema = z
  .strictObject({
    channel: channelField.default("email"),
    address: addressField.describe("An e-mail address, or a phone number with + and the country's code."),
    topics: topicsField
      .min(1, "must name at least one")
      .optional()
      .describe("All that your shoppers may choose from, if they are left out."),
    lang: z.string().max(35).optional().describe("Your brand's own language, if it is left out."),
  })
  .meta({ id: "CreateSubscription" });

export const suppressionSchema = z
  .strictObject({
    id: z.string().meta({ example: "sup_0c5d…" }),
    channel: channelField,
    address_hint: hintField,
    reason: z
      .enum(["bounced", "complained", "stopped", "by_merchant"])
      .describe(
        "`bounced`: mails came back; `complained`: called spam; `stopped`: by the shopper. The last two only the shopper takes back.",
      ),
    created_at: instantField,
  })
  .describe("An address you write to no more, whatever is subscribed.")
  .meta({ id: "Suppression" });

export type SuppressionJson = z.infer<typeof suppressionSchema>;

export const suppressionPageSchema = pageOf(suppressionSchema).meta({ id: "SuppressionPage" });

export const listSuppressionsQuery = z.strictObject({ ...pageFields });

export const createSuppressionSchema = z
  .strictObject({ channel: channelField.default("email"), address: addressField })
  .meta({ id: "CreateSuppression" });
