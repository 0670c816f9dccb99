import { trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerRow } from "#lib/db/queries/trackers.ts";
import { findMerchantById } from "#lib/merchants/find-merchant.ts";
import type { Channel } from "#lib/shared/channel.ts";
import { isId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { allowedLanguages } from "#lib/view/languages.ts";
import { loadNewsOffer, type OfferContext } from "./news-offer.ts";
import { type AddressProblem, readSubscriberAddress } from "./read-subscriber-address.ts";
import { type SubscribeContext, type SubscribeOutcome, subscribe } from "./subscribe.ts";
import { buildSubscriptionRecord, type SubscriptionRecord } from "./subscription-record.ts";

export interface CreateSubscriptionInput {
  caller: Books;
  trackerId: string;
  channel: Channel;
  /** As it was given to the merchant. */
  address: string;
  /** All that the merchant offers, where none are named. */
  topics?: readonly NewsTopic[] | undefined;
  lang?: string | undefined;
}

export type CreateSubscriptionOutcome =
  | { kind: "subscribed"; subscription: SubscriptionRecord }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "not_found" }
  /** Messages are off, or this one's way is not there. */
  | { kind: "not_sent" }
  | Exclude<SubscribeOutcome, { kind: "subscribed" | "to_confirm" }>;

const MALFORMED: Readonly<Record<Channel, string>> = {
  email: "must be an e-mail address, such as mia@example.com",
  sms: "must be a phone number, such as +491713920012",
};

const ADDRESS_PROBLEMS: Readonly<Record<AddressProblem, (channel: Channel) => string>> = {
  malformed: (channel) => MALFORMED[channel],
  country_needed: () => "must begin with + and the country's code: it is not known where the parcel goes",
};

/** By the merchant, who vouches for the address: it begins at once, and every message says how to end it. */
export async function createSubscription(
  ctx: SubscribeContext & OfferContext & { vault: Vault },
  { caller, trackerId, channel, address: text, topics, lang }: CreateSubscriptionInput,
): Promise<CreateSubscriptionOutcome> {
  const { merchantId } = caller;
  const tracker = isId("trk", trackerId) ? await findTrackerRow(ctx.db.kysely, caller, trackerId) : undefined;
  const merchant = await findMerchantById(ctx, merchantId);
  if (!tracker || !merchant) return { kind: "not_found" };
  const offer = await loadNewsOffer(ctx, merchantId);
  if (!offer?.channels.includes(channel)) return { kind: "not_sent" };

  const country = trackerColumn.read(tracker.document).destination?.country ?? null;
  const read = readSubscriberAddress({ channel, text }, country);
  const { brand } = merchant;
  const languages = allowedLanguages(brand.allowedLanguages).map(({ tag }) => tag);
  const unknown = topics?.filter((topic) => !offer.topics.includes(topic)) ?? [];
  const issues = [
    ...(read.kind === "address" ? [] : [{ path: "address", message: ADDRESS_PROBLEMS[read.kind](channel) }]),
    ...(unknown.length > 0 ? [{ path: "topics", message: `your shoppers are told of ${offer.topics.join(", ")} only` }] : []),
    ...(lang !== undefined && !languages.includes(lang) ? [{ path: "lang", message: `must be one of ${languages.join(", ")}` }] : []),
  ];
  if (read.kind !== "address" || issues.length > 0) return { kind: "invalid", issues };

  const outcome = await subscribe(ctx, {
    merchantId,
    trackerId: tracker.id,
    origin: "api",
    channel,
    address: read.address,
    topics: topics ?? offer.topics,
    lang: lang ?? (languages.includes(brand.defaultLanguage) ? brand.defaultLanguage : (languages[0] ?? "en")),
    timeZone: null,
  });
  switch (outcome.kind) {
    case "subscribed":
      return { kind: "subscribed", subscription: buildSubscriptionRecord(outcome.subscription) };
    case "to_confirm":
      throw new Error("a merchant's word needs no confirmation");
    default:
      return outcome;
  }
}
