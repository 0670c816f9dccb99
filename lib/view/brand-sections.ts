import type { Brand } from "#lib/branding/brand.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { telephoneHref } from "./action.ts";
import { allowedLanguages } from "./languages.ts";
import { viewerQuery } from "./page-links.ts";
import type { LanguageLinkView, PageLabels, PromoView, SupportView } from "./tracking-view.ts";
import type { Viewer } from "./tracking-view-input.ts";
import type { Translator } from "./translate.ts";

/** The parts of a page that come from the merchant rather than from the parcel. */

export function supportView({ support }: Brand, t: Translator): SupportView | null {
  if (support === null) return null;
  const { email, phone, hours, url } = support;
  const contacts: SupportView["contacts"] = [];
  if (email !== null) contacts.push({ kind: "email", text: email, href: `mailto:${email}` });
  if (phone !== null) contacts.push({ kind: "phone", text: phone, href: telephoneHref(phone) });
  if (url !== null) contacts.push({ kind: "url", text: t("support.website"), href: url });
  if (hours !== null) contacts.push({ kind: "hours", text: hours, href: null });
  return contacts.length === 0 ? null : { heading: t("support.heading"), text: t("support.text"), contacts };
}

/** From the start of the first day to the end of the last, UTC. */
export function promoView({ promo }: Brand, now: Instant): PromoView | null {
  const today = now.slice(0, 10);
  if (promo === null || (promo.fromOn ?? today) > today || (promo.untilOn ?? today) < today) return null;
  const { heading, text, image, imageAlt, link } = promo;
  return { heading, text, imageUrl: image?.url ?? null, imageAlt, link: link && { label: link.label, href: link.url } };
}

/** The same page in every language the merchant shows; nothing to choose where there is only one. */
export function languageLinks(brand: Brand, path: string, viewer: Pick<Viewer, "key" | "lang" | "theme">): LanguageLinkView[] {
  const shown = allowedLanguages(brand.allowedLanguages);
  if (shown.length < 2) return [];
  return shown.map(({ tag, name }) => ({
    label: name,
    lang: tag,
    href: `${path}${viewerQuery({ key: viewer.key, lang: tag, theme: viewer.theme })}`,
    isCurrent: tag === viewer.lang,
  }));
}

export function pageLabels(t: Translator): PageLabels {
  return {
    skipToContent: t("label.skip_to_content"),
    milestones: t("label.milestones"),
    journey: t("label.journey"),
    map: t("label.map"),
    details: t("label.details"),
    copy: t("label.copy"),
    copied: t("label.copied"),
    localTime: t("label.local_time"),
    utc: t("label.utc"),
    timeSwitch: t("label.time_switch"),
    latest: t("label.latest"),
    language: t("label.language"),
    headerLinks: t("label.header_links"),
    footerLinks: t("label.footer_links"),
    poweredBy: t("label.powered_by"),
    updated: t("label.updated"),
    showEarlier: t("label.show_earlier"),
    fullPage: t("embed.full_page"),
    newTab: t("embed.new_tab"),
  };
}
