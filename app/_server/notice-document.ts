import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { buildNoticeView, type Notice } from "#lib/view/build-notice-view.ts";
import { pagePath } from "#lib/view/page-links.ts";
import type { NoticeView } from "#lib/view/tracking-view.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import type { NoticeSite } from "./forms/form.ts";
import { formHeaders } from "./forms/form-headers.ts";
import { FORMS, formNameOf } from "./forms/forms.ts";
import { choosePageLanguage } from "./page.ts";
import { pageOrigin } from "./page-origin.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { describeSite, resolvedSite, type Site } from "./site.ts";

const NOBODY = "no-store";

/** How each notice is answered, and for how long anybody may keep it. */
const ANSWERS: Readonly<Record<Notice["reason"], { status: number; cacheControl: string }>> = {
  not_yet_known: { status: 200, cacheControl: "public, max-age=0, s-maxage=30" },
  lookup: { status: 200, cacheControl: NOBODY },
  unknown_carrier: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  not_found: { status: 404, cacheControl: "public, max-age=0, s-maxage=300" },
  too_many: { status: 429, cacheControl: NOBODY },
  error: { status: 500, cacheControl: NOBODY },
};

interface Told {
  notice: Notice;
  /** Where it is not what the notice always has. */
  status?: number;
  demo?: Pick<NoticeView, "linkGroups" | "visitorEntry">;
}

/** A page that is not about a known parcel, in the merchant's look; in the default merchant's where `site` is null. */
export async function noticeDocument(
  services: Services,
  facts: RequestFacts,
  { site, ...told }: Told & { site: Site | null },
): Promise<DocumentAnswer> {
  return answer(services, facts, { ...told, site: site ?? describeSite(await loadDefaultMerchant(services.runtime), "") });
}

/** When something broke: drawn without asking the database again, in the look of the merchant if that was known by then. */
export function errorDocument(services: Services, facts: RequestFacts, status: number): DocumentAnswer {
  const site = resolvedSite(facts) ?? describeSite({ slug: "default", brand: DEFAULT_BRAND }, "");
  return answer(services, facts, { site, notice: { reason: "error" }, status });
}

function answer(services: Services, facts: RequestFacts, { site, notice, demo, ...asked }: Told & { site: NoticeSite }): DocumentAnswer {
  const { merchant, pathPrefix, style } = site;
  const { cacheControl, ...usual } = ANSWERS[notice.reason];
  const formName = formNameOf(facts);
  const form = FORMS[formName];
  const { lang, isChosen } = choosePageLanguage(facts, merchant.brand);
  const viewer = { lang, langIsChosen: isChosen, theme: facts.theme, pathPrefix };
  const view: NoticeView = { ...buildNoticeView({ merchant, viewer, notice }), ...demo };
  const canonicalPath = notice.reason === "not_yet_known" ? pagePath(notice, site) : null;
  const moment = viewMoment({ isFinal: false }, services.runtime.clock.now());
  const origin = pageOrigin(services.runtime.config, facts, site);
  const pageStatus = asked.status ?? usual.status;
  const drawn = form.answerNotice(services, { facts, site, notice, view, status: pageStatus, moment, canonicalPath, origin });
  const status = drawn.status ?? pageStatus;
  return {
    status,
    headers: {
      ...formHeaders(services, { form, site, lang, cacheControl }),
      ...(drawn.contentType !== undefined && { "content-type": drawn.contentType }),
      ...(notice.reason === "too_many" && { "retry-after": String(notice.retryAfterSeconds) }),
    },
    body: drawn.body,
    isCompressed: form.isCompressed ?? false,
    etag:
      status === 200 && cacheControl !== NOBODY
        ? etagOf(formName, origin, [style.cssHash, merchant.brand.embedOrigins], view, form.wishes?.(facts), moment, services.assets)
        : null,
  };
}
