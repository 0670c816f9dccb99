import { renderDocument } from "#components/tracking/document/render-document.tsx";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import { loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { buildNoticeView, type Notice } from "#lib/view/build-notice-view.ts";
import { buildUnknownJson } from "#lib/view/build-unknown-json.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import type { NoticeView } from "#lib/view/tracking-view.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import { type DocumentAnswer, HTML, JSON_TYPE } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { preloads } from "./preloads.ts";
import type { RequestFacts } from "./request-facts.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";
import { describeSite, type Site } from "./site.ts";

/** How each notice is answered, and for how long anybody may keep it. */
const ANSWERS: Readonly<Record<Notice["reason"], { status: number; cacheControl: string }>> = {
  not_yet_known: { status: 200, cacheControl: "public, max-age=0, s-maxage=30" },
  lookup: { status: 200, cacheControl: "no-store" },
  unknown_carrier: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  not_found: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  too_many: { status: 429, cacheControl: "no-store" },
  error: { status: 500, cacheControl: "no-store" },
};

interface NoticeOptions {
  form?: "page" | "json";
  status?: number;
  headers?: Record<string, string>;
  linkGroups?: NoticeView["linkGroups"];
}

/** A page that is not about a known parcel, in the merchant's look; in the default merchant's where `site` is null. */
export async function noticeDocument(
  services: Services,
  facts: RequestFacts,
  site: Site | null,
  notice: Notice,
  options: NoticeOptions = {},
): Promise<DocumentAnswer> {
  const { merchant, pathPrefix, brandCss, brandCssHash } = site ?? describeSite(await loadDefaultMerchant(services.runtime), "");
  return draw(services, facts, { merchant, pathPrefix, brandCss, brandCssHash }, notice, options);
}

/** When something broke: drawn without asking the database again, in the default look. */
export function errorDocument(services: Services, facts: RequestFacts, fault: { status: number; requestId: string }): DocumentAnswer {
  const site = describeSite({ slug: "default", brand: DEFAULT_BRAND }, "");
  return draw(services, facts, site, { reason: "error" }, { status: fault.status, headers: { "x-request-id": fault.requestId } });
}

function draw(
  services: Services,
  facts: RequestFacts,
  site: Omit<Site, "merchant"> & { merchant: Pick<Site["merchant"], "slug" | "brand"> },
  notice: Notice,
  options: NoticeOptions,
): DocumentAnswer {
  const { merchant, pathPrefix, brandCss, brandCssHash } = site;
  const language = chooseLanguage({
    asked: facts.lang,
    acceptLanguage: facts.acceptLanguage,
    allowed: merchant.brand.allowedLanguages,
    defaultLanguage: merchant.brand.defaultLanguage,
  });
  const viewer = { lang: language.lang, langIsChosen: language.isChosen, theme: facts.theme, pathPrefix };
  const view: NoticeView = { ...buildNoticeView({ merchant, viewer, notice }), linkGroups: options.linkGroups ?? [] };
  const { status, cacheControl } = ANSWERS[notice.reason];
  const isPage = options.form !== "json";
  const parcelPath = notice.reason === "not_yet_known" ? `${pathPrefix}${buildTrackingPath(notice.carrier, notice.trackingNumber)}` : null;
  const body = () =>
    isPage || notice.reason !== "not_yet_known"
      ? renderDocument({
          view,
          brandCss,
          assets: services.assets,
          theme: facts.theme,
          canonicalPath: parcelPath,
          robots: "noindex, nofollow",
        })
      : JSON.stringify({ ...buildUnknownJson(notice, viewMoment({ isFinal: false }, services.runtime.clock.now())), view });
  return {
    status: options.status ?? status,
    headers: {
      ...securityHeaders([brandCssHash]),
      "content-type": isPage ? HTML : JSON_TYPE,
      "content-language": language.lang,
      "cache-control": cacheControl,
      ...(isPage && { link: preloads(services, merchant.brand) }),
      ...(notice.reason === "too_many" && { "retry-after": String(notice.retryAfterSeconds) }),
      ...options.headers,
    },
    body,
    etag:
      notice.reason === "not_yet_known"
        ? etagOf(
            options.form ?? "page",
            brandCssHash,
            JSON.stringify(view),
            services.assets.css,
            services.assets.enhance,
            services.assets.freshness,
          )
        : null,
  };
}
