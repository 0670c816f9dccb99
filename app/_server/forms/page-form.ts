import { brandFontPreload } from "#lib/branding/brand-fonts.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { oembedHref } from "#lib/view/embed-link.ts";
import { buildLinkPreview } from "#lib/view/link-preview.ts";
import type { PageAddress } from "#lib/view/page-links.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { drawPage } from "../page.ts";
import type { Services } from "../services.ts";
import type { Form, NoticeSite, NoticeSubject } from "./form.ts";

export const pageForm: Form = {
  contentType: "text/html; charset=utf-8",
  asksForNews: true,
  headers: ({ assets }, { merchant }) => ({ link: preloads(assets.css, brandFontPreload(merchant.brand)?.href) }),
  drawParcel: (services, subject) =>
    draw(services, subject, {
      view: buildTrackingView(subject.input),
      canonicalPath: subject.canonicalPath,
      parcel: subject.input.tracker,
    }),
  answerNotice: (services, subject) => {
    const { notice, view, canonicalPath } = subject;
    const parcel = notice.reason === "not_yet_known" ? notice : null;
    return { body: () => draw(services, subject, { view, canonicalPath, parcel }) };
  },
};

interface Shown {
  view: PageView;
  canonicalPath: string | null;
  parcel: PageAddress | null;
}

function draw(
  services: Services,
  { site, facts, origin }: Pick<NoticeSubject, "site" | "facts" | "origin">,
  { view, canonicalPath, parcel }: Shown,
): Promise<string> {
  return drawPage(services, {
    style: site.style,
    view,
    theme: facts.theme,
    canonicalPath,
    preview: buildLinkPreview(view, { origin, pathPrefix: site.pathPrefix, parcel }),
    oembedHref: discovery(site, origin, canonicalPath),
  });
}

function discovery({ merchant }: NoticeSite, origin: string, canonicalPath: string | null): string | null {
  return canonicalPath !== null && merchant.brand.embedOrigins.length > 0 ? oembedHref(origin, canonicalPath) : null;
}

/** So that stylesheet and font are on their way before the HTML is read. */
function preloads(css: string, font: string | undefined): string {
  const stylesheet = `<${css}>; rel=preload; as=style`;
  return font ? `${stylesheet}, <${font}>; rel=preload; as=font; type="font/woff2"; crossorigin` : stylesheet;
}
