import { renderSubscriptionPage } from "#components/tracking/subscription/render-subscription-page.tsx";
import type { SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import type { SiteStyle } from "./site.ts";

export interface SubscriptionSubject {
  style: SiteStyle;
  view: SubscriptionPageView;
  status?: number;
  retryAfterSeconds?: number | null;
}

/** A page about somebody's news: nobody keeps it. */
export function subscriptionAnswer(
  { assets }: Services,
  { theme }: Pick<RequestFacts, "theme">,
  { style, view, status = 200, retryAfterSeconds = null }: SubscriptionSubject,
): DocumentAnswer {
  return {
    status,
    headers: {
      ...style.securityHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-language": view.lang,
      "cache-control": "private, no-store",
      ...(retryAfterSeconds !== null && { "retry-after": String(retryAfterSeconds) }),
    },
    body: () => renderSubscriptionPage({ view, brandCss: style.css, assets, theme }),
    etag: null,
  };
}
