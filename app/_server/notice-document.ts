import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { buildNoticeView, type Notice } from "#lib/view/build-notice-view.ts";
import { buildUnknownJson } from "#lib/view/build-unknown-json.ts";
import { pagePath } from "#lib/view/page-links.ts";
import type { NoticeView } from "#lib/view/tracking-view.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { choosePageLanguage, drawPage, formOf, pageHeaders } from "./page.ts";
import { PROBLEM_TYPE, problemBody } from "./problem.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { describeSite, resolvedSite, type Site } from "./site.ts";

/** How each notice is answered, and for how long anybody may keep it. */
const ANSWERS: Readonly<Record<Notice["reason"], { status: number; cacheControl: string }>> = {
  not_yet_known: { status: 200, cacheControl: "public, max-age=0, s-maxage=30" },
  lookup: { status: 200, cacheControl: "no-store" },
  unknown_carrier: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  not_found: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  too_many: { status: 429, cacheControl: "no-store" },
  error: { status: 500, cacheControl: "no-store" },
};

type NoticeSite = Omit<Site, "merchant"> & { merchant: Pick<Site["merchant"], "slug" | "brand"> };

interface NoticeOptions {
  status?: number;
  demo?: Pick<NoticeView, "linkGroups" | "visitorEntry">;
}

/** A page that is not about a known parcel, in the merchant's look; in the default merchant's where `site` is null. */
export async function noticeDocument(
  services: Services,
  facts: RequestFacts,
  site: Site | null,
  notice: Notice,
  options: NoticeOptions = {},
): Promise<DocumentAnswer> {
  return answer(services, facts, site ?? describeSite(await loadDefaultMerchant(services.runtime), ""), notice, options);
}

/** When something broke: drawn without asking the database again, in the look of the merchant if that was known by then. */
export function errorDocument(services: Services, facts: RequestFacts, status: number): DocumentAnswer {
  const site = resolvedSite(facts) ?? describeSite({ slug: "default", brand: DEFAULT_BRAND }, "");
  return answer(services, facts, site, { reason: "error" }, { status });
}

function answer(services: Services, facts: RequestFacts, site: NoticeSite, notice: Notice, options: NoticeOptions): DocumentAnswer {
  const { merchant, pathPrefix, style } = site;
  const { cacheControl } = ANSWERS[notice.reason];
  const status = options.status ?? ANSWERS[notice.reason].status;
  const form = formOf(facts);
  const { lang, isChosen } = choosePageLanguage(facts, merchant.brand);
  const viewer = { lang, langIsChosen: isChosen, theme: facts.theme, pathPrefix };
  const view: NoticeView = { ...buildNoticeView({ merchant, viewer, notice }), ...options.demo };
  const parcel = notice.reason === "not_yet_known" ? notice : null;
  const canonicalPath = parcel && pagePath(parcel, site);
  const moment = viewMoment({ isFinal: false }, services.runtime.clock.now());
  const bodies = {
    page: () => drawPage(services, { style, view, theme: facts.theme, canonicalPath }),
    json: () =>
      parcel
        ? JSON.stringify({ ...buildUnknownJson(parcel, moment), view })
        : problemBody(status, view.headline, view.paragraphs.join(" ")),
  };
  return {
    status,
    headers: {
      ...pageHeaders(services, { site, form, lang, cacheControl }),
      ...(form === "json" && !parcel && { "content-type": PROBLEM_TYPE }),
      ...(notice.reason === "too_many" && { "retry-after": String(notice.retryAfterSeconds) }),
    },
    body: bodies[form],
    etag: parcel && etagOf(form, style.cssHash, view, moment, services.assets),
  };
}
