import { findMerchantForHost } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { splitMangledPath } from "#lib/shared/mangled-link.ts";
import { canResume, changeSubscription } from "#lib/subscriptions/change-subscription.ts";
import { confirmSubscription } from "#lib/subscriptions/confirm-subscription.ts";
import { type FoundSubscriber, findSubscriber } from "#lib/subscriptions/find-subscriber.ts";
import { readTimeZone } from "#lib/subscriptions/read-time-zone.ts";
import { readTopics } from "#lib/subscriptions/read-wish.ts";
import { unsubscribe } from "#lib/subscriptions/unsubscribe.ts";
import { buildPreferencesView, type PreferencesPage, type Subscriber } from "#lib/view/build-preferences-view.ts";
import { allowedLanguages, type LanguageChoice } from "#lib/view/languages.ts";
import { offerFor } from "#lib/view/subscribe-form.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import type { Posted } from "./form-route.ts";
import { choosePageLanguage } from "./page.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { describeSite } from "./site.ts";
import { subscriptionAnswer } from "./subscription-answer.ts";

/** From `/preferences/<token>`, on any host: the token names shop and parcel. */
export interface PreferencesAddress {
  token: string;
}

/** What a link in a message opens. Mail scanners open it before anybody reads it: it shows, and changes nothing. */
type Show = (services: Services, facts: RequestFacts, address: PreferencesAddress) => Promise<DocumentAnswer>;
/** What its button does. */
type Act = (services: Services, facts: RequestFacts, posted: Posted<PreferencesAddress>) => Promise<DocumentAnswer>;

const showing =
  (choose: (subscription: FoundSubscriber["subscription"]) => PreferencesPage): Show =>
  async (services, facts, params) => {
    const token = splitMangledPath(params.token).path;
    const found = await findSubscriber(services.runtime, token);
    return found ? answer(services, facts, { found, token, page: choose(found.subscription) }) : unknownLink(services, facts);
  };

const acting =
  (act: (services: Services, found: FoundSubscriber, form: URLSearchParams) => Promise<PreferencesPage>): Act =>
  async (services, facts, { params: { token }, form }) => {
    const before = await findSubscriber(services.runtime, token);
    const page = before && (await act(services, before, form));
    const found = page && (await findSubscriber(services.runtime, token));
    return page && found ? answer(services, facts, { found, token, page }) : unknownLink(services, facts);
  };

const afterTheEnd = (subscription: FoundSubscriber["subscription"]): PreferencesPage => (canResume(subscription) ? "stopped" : "ended");

/** What stands at an address, by how it is with the subscription. */
const showingBy = (pages: Readonly<Record<"pending" | "active", PreferencesPage>>, ended = afterTheEnd) =>
  showing((subscription) => (subscription.state === "ended" ? ended(subscription) : pages[subscription.state]));

export const showPreferences = showingBy({ pending: "confirm", active: "preferences" });
export const showConfirmation = showingBy({ pending: "confirm", active: "confirmed" });
export const showUnsubscribing = showingBy({ pending: "unsubscribe", active: "unsubscribe" }, () => "unsubscribed");

export const savePreferences = acting(async ({ runtime }, found, form) => {
  const offer = offerOf(found);
  if (offer === null) return "preferences";
  const topics = readTopics(form, offer);
  if (topics.length === 0) return "again";
  const lang =
    allowedLanguages(found.merchant.brand.allowedLanguages).find(({ tag }) => tag === form.get("lang"))?.tag ?? found.subscription.lang;
  const outcome = await changeSubscription(runtime, refOf(found), { topics, lang, timeZone: readTimeZone(form.get("time_zone")) });
  return outcome === "changed" ? "saved" : "ended";
});

export const confirm = acting(async ({ runtime }, found) => {
  const outcome = await confirmSubscription(runtime, refOf(found));
  return outcome === "confirmed" ? "confirmed" : afterTheEnd(found.subscription);
});

/** Also what mail providers send for their own button (RFC 8058), by no form of ours: 200, without a detour, however often. */
export const endNews = acting(async ({ runtime }, found, form) => {
  const fromAll = form.has("all");
  await unsubscribe(runtime, refOf(found), { fromAll });
  return fromAll ? "unsubscribed_all" : "unsubscribed";
});

const refOf = ({ merchant, subscription }: FoundSubscriber) => ({ merchantId: merchant.id, id: subscription.id });

/** Whoever has the link has the address: what is offered on the private page is offered here. */
const offerOf = ({ newsOffer, tracker }: FoundSubscriber) => offerFor({ newsOffer, tracker, viewer: { tier: "private" } });

interface Subject {
  found: FoundSubscriber;
  token: string;
  page: PreferencesPage;
}

async function answer(services: Services, facts: RequestFacts, { found, token, page }: Subject): Promise<DocumentAnswer> {
  const { merchant, subscription } = found;
  const language = choosePageLanguage({ ...facts, lang: facts.lang ?? subscription.lang }, merchant.brand);
  const viewer = { lang: language.lang, langIsChosen: facts.lang !== null, theme: facts.theme };
  const subscriber = await describeSubscriber(services, { found, token, language, viewer });
  const view = buildPreferencesView({ page, merchant, viewer, subscriber });
  return subscriptionAnswer(services, facts, { ...describeSite(merchant, ""), view });
}

interface SubscriberFacts extends Omit<Subject, "page"> {
  language: LanguageChoice;
  viewer: Pick<TrackingViewInput["viewer"], "lang" | "langIsChosen" | "theme">;
}

async function describeSubscriber({ runtime }: Services, { found, token, language, viewer }: SubscriberFacts): Promise<Subscriber> {
  const { merchant, subscription, tracker } = found;
  const { origin, pathPrefix } = await loadMerchantAddress(runtime, merchant.id);
  const parcel: TrackingViewInput = {
    ...found,
    routeMap: null,
    order: null,
    viewer: { ...viewer, tier: "public", locale: language.locale, pathPrefix, key: null },
    now: viewMoment(tracker, runtime.clock.now()),
  };
  return {
    token,
    addressHint: subscription.addressHint,
    topics: subscription.topics,
    lang: subscription.lang,
    offer: offerOf(found),
    parcel,
    pageOrigin: origin,
  };
}

/** The same for a link that was never given out, and for one that has served: neither is anybody's fault. */
async function unknownLink(services: Services, facts: RequestFacts): Promise<DocumentAnswer> {
  const merchant = await findMerchantForHost(services.runtime, facts.host);
  const { lang, isChosen } = choosePageLanguage(facts, merchant.brand);
  const view = buildPreferencesView({
    page: "unknown",
    merchant,
    viewer: { lang, langIsChosen: isChosen, theme: facts.theme },
    subscriber: null,
  });
  return subscriptionAnswer(services, facts, { ...describeSite(merchant, ""), view });
}
