import { renderEmbed } from "#components/embed/render-embed.tsx";
import { frameAncestors } from "#lib/branding/embed-origin.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { viewerQuery } from "#lib/view/page-links.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { securityHeaders } from "../security-headers.ts";
import type { Services } from "../services.ts";
import type { Form, NoticeSite } from "./form.ts";
import { pageForm } from "./page-form.ts";

/** The page for a frame on the shop's own sites: nothing else of ours may be framed, and this nowhere else. */
export const embedForm: Form = {
  contentType: pageForm.contentType,
  headers: (services, site) => ({
    ...pageForm.headers?.(services, site),
    ...securityHeaders([site.style.cssHash], { frameAncestors: frameAncestors(site.merchant.brand.embedOrigins) }),
  }),
  drawParcel: (services, { site, facts, input: { viewer, ...input }, canonicalPath }) =>
    draw(services, site, {
      view: buildTrackingView({ ...input, viewer }),
      theme: facts.theme,
      pageHref: `${canonicalPath}${viewerQuery(viewer)}`,
    }),
  answerNotice: (services, { site, facts, view, canonicalPath }) => ({
    body: () =>
      draw(services, site, {
        view,
        theme: facts.theme,
        pageHref: `${canonicalPath ?? (site.pathPrefix || "/")}${viewerQuery({ lang: facts.lang, theme: facts.theme, key: null })}`,
      }),
  }),
};

interface EmbedSubject {
  view: PageView;
  theme: "light" | "dark" | null;
  pageHref: string;
}

function draw({ assets }: Services, { style, merchant }: NoticeSite, subject: EmbedSubject): Promise<string> {
  return renderEmbed({ ...subject, assets, brandCss: style.css, origins: merchant.brand.embedOrigins });
}
