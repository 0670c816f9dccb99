import { imageLook } from "#lib/status-image/image-look.ts";
import { buildNoticeImageView } from "#lib/view/build-image-view.ts";
import { buildNoticeView } from "#lib/view/build-notice-view.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { formHeaders } from "./forms/form-headers.ts";
import { imageForm, printFor } from "./forms/image-form.ts";
import { USUAL_CARD } from "./image-wish.ts";
import { noticeDocument } from "./notice-document.ts";
import { choosePageLanguage } from "./page.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { resolveSite } from "./site.ts";

/** It changes when the shop changes its look. */
const SHARED = "public, max-age=300, s-maxage=300";

/** `/card.png` and `/tracking/<merchant>/card.png`: what stands for a shop's pages that are about no parcel, where their link is shared. */
export async function renderCardDocument(
  services: Services,
  visit: RequestFacts,
  { merchant }: { merchant: string | null },
): Promise<DocumentAnswer> {
  const facts: RequestFacts = { ...visit, image: USUAL_CARD };
  const site = await resolveSite(services.runtime, facts, merchant);
  if (!site) return noticeDocument(services, facts, { site, notice: { reason: "not_found" } });
  const { lang, isChosen } = choosePageLanguage(facts, site.merchant.brand);
  const viewer = { lang, langIsChosen: isChosen, theme: facts.theme, pathPrefix: site.pathPrefix };
  const view = buildNoticeImageView(buildNoticeView({ merchant: site.merchant, viewer, notice: { reason: "lookup", detection: null } }));
  return {
    status: 200,
    headers: formHeaders(services, { form: imageForm, site, lang, cacheControl: SHARED }),
    body: () => printFor(services, { site, facts, view }),
    isCompressed: true,
    etag: etagOf("card", view, imageLook(site.merchant.brand, facts.theme)),
  };
}
