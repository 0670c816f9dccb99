import type { Channel } from "#lib/shared/channel.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import type { FailedWish, WishProblem } from "#lib/view/subscribe-form.ts";
import type { NewsOffer } from "#lib/view/subscribe-view.ts";
import { readSubscriberAddress } from "./read-subscriber-address.ts";
import { readTimeZone } from "./read-time-zone.ts";

export interface Wish {
  addresses: { channel: Channel; address: string }[];
  topics: NewsTopic[];
  timeZone: string | null;
}

export type WishRead = { kind: "wish"; wish: Wish; failed: FailedWish } | { kind: "wrong"; failed: FailedWish };

const FIELDS = { email: "email", sms: "phone" } as const satisfies Record<Channel, string>;
const PROBLEMS = {
  email: { malformed: "email", country_needed: "country" },
  sms: { malformed: "phone", country_needed: "country" },
} as const;
/** Nobody types more, and nobody is shown more again. Longer than any address: one that was cut would be another's. */
const LONGEST = 300;

/**
 * The form of a parcel's page, as it was posted: all that is wrong with it at once, and what was typed, to be shown again. `country` is
 * where the parcel goes.
 */
export function readWish(form: URLSearchParams, offer: NewsOffer, country: string | null): WishRead {
  const typed = (channel: Channel) => form.get(FIELDS[channel])?.trim().slice(0, LONGEST) ?? "";
  const filled = offer.channels.filter((channel) => typed(channel) !== "");
  const topics = readTopics(form, offer);
  const problems: { email?: WishProblem; phone?: WishProblem; topics?: WishProblem } = {};
  const addresses: Wish["addresses"] = [];
  for (const channel of filled) {
    const read = readSubscriberAddress({ channel, text: typed(channel) }, country);
    if (read.kind === "address") addresses.push({ channel, address: read.address });
    else problems[FIELDS[channel]] = PROBLEMS[channel][read.kind];
  }
  const [first] = offer.channels;
  if (filled.length === 0 && first) problems[FIELDS[first]] = "address";
  if (topics.length === 0) problems.topics = "topics";
  const failed = { email: typed("email"), phone: typed("sms"), topics, problems };
  if (Object.keys(problems).length > 0) return { kind: "wrong", failed };
  return { kind: "wish", wish: { addresses, topics, timeZone: readTimeZone(form.get("time_zone")) }, failed };
}

/** Those that are offered, in the order of a parcel's life. */
export function readTopics(form: URLSearchParams, { topics }: Pick<NewsOffer, "topics">): NewsTopic[] {
  const chosen = new Set<string>(form.getAll("topic"));
  return topics.filter((topic) => chosen.has(topic));
}
