import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { TOPICS_AHEAD } from "#lib/tracking/topics-ahead.ts";
import type { MessageKey } from "./languages.ts";
import { pagePath, viewerQuery } from "./page-links.ts";
import type { Redacted } from "./redact.ts";
import type { ChoiceView, NewsFieldView, NewsFormView, NewsOffer, SubscribeView } from "./subscribe-view.ts";
import type { Translator } from "./translate.ts";
import type { Voice } from "./voice.ts";

export type WishProblem = "address" | "email" | "phone" | "country" | "topics";

/** What was typed and could not be taken, to be shown again as it was. */
export interface FailedWish {
  email: string;
  phone: string;
  topics: readonly NewsTopic[];
  problems: { email?: WishProblem; phone?: WishProblem; topics?: WishProblem };
}

/** What a viewer of this parcel can be told; null where nothing can, or where there is no more to come. */
export function offerFor({
  newsOffer,
  tracker,
  viewer,
}: Pick<Redacted, "newsOffer"> & {
  tracker: Pick<Redacted["tracker"], "status" | "isFinal">;
  viewer: Pick<Redacted["viewer"], "tier">;
}): NewsOffer | null {
  if (!newsOffer || tracker.isFinal) return null;
  // An SMS costs the shop money, and a stranger's number is asked nothing: only who has the key may give one.
  const channels = newsOffer.channels.filter((channel) => channel === "email" || viewer.tier === "private");
  const topics = newsOffer.topics.filter((topic) => TOPICS_AHEAD[tracker.status].includes(topic));
  return channels.length === 0 || topics.length === 0 ? null : { channels, topics };
}

export function subscribeView(parcel: Redacted, { t }: Pick<Voice, "t">): SubscribeView | null {
  const offer = offerFor(parcel);
  return offer && { heading: t("subscribe.heading"), form: subscribeForm(parcel, { t, offer, failed: null }) };
}

interface FormFacts {
  t: Translator;
  offer: NewsOffer;
  failed: FailedWish | null;
}

/** It works without a script: a form that is posted to the page's own address. */
export function subscribeForm({ tracker, viewer }: Redacted, { t, offer, failed }: FormFacts): NewsFormView {
  const query = viewerQuery(viewer);
  return {
    action: `${pagePath(tracker, viewer)}${query}`,
    fields: fields({ t, offer, failed }),
    topics: {
      label: t("subscribe.topics"),
      choices: topicChoices(t, offer.topics, failed?.topics ?? offer.topics),
      error: errorText(t, failed?.problems.topics),
    },
    languages: null,
    button: t("subscribe.button"),
  };
}

function fields({ t, offer, failed }: FormFacts): NewsFieldView[] {
  const isRequired = offer.channels.length === 1;
  const field = (name: "email" | "phone", label: MessageKey): NewsFieldView => ({
    name,
    label: t(label),
    value: failed?.[name] ?? "",
    isRequired,
    error: errorText(t, failed?.problems[name]),
  });
  return offer.channels.map((channel) => (channel === "email" ? field("email", "subscribe.email") : field("phone", "subscribe.phone")));
}

export function topicChoices(t: Translator, offered: readonly NewsTopic[], chosen: readonly NewsTopic[]): ChoiceView[] {
  return offered.map((topic) => ({ value: topic, label: t(`subscribe.topic.${topic}`), isChosen: chosen.includes(topic) }));
}

const EXAMPLES: Partial<Record<WishProblem, string>> = { email: "mia@example.com", phone: "+49 171 3920012" };

const errorText = (t: Translator, problem: WishProblem | undefined) =>
  problem === undefined ? null : t(`subscribe.error.${problem}`, { example: EXAMPLES[problem] ?? "" });
