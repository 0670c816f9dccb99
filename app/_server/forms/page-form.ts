import { brandFontPreload } from "#lib/branding/brand-fonts.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { oembedHref } from "#lib/view/embed-link.ts";
import { buildLinkPreview } from "#lib/view/link-preview.ts";
import { drawPage } from "../page.ts";
import type { Form, NoticeSite } from "./form.ts";

export const pageForm: Form = {
  contentType: "text/html; charset=utf-8",
  asksForNews: true,
  headers: ({ assets }, { merchant }) => ({ link: preloads(assets.css, brandFontPreload(merchant.brand)?.href) }),
  drawParcel: (services, { site, facts, input, canonicalPath, origin }) => {
    const view = buildTrackingView(input);
    const preview = buildLinkPreview(view, { origin, pathPrefix: site.pathPrefix, parcel: input.tracker });
    return drawPage(services, {
      style: site.style,
      view,
      theme: facts.theme,
      canonicalPath,
      preview,
      oembedHref: discovery(site, origin, canonicalPath),
    });
  },
  answerNotice: (services, { site, facts, notice, view, canonicalPath, origin }) => ({
    body: () => {
      const parcel = notice.reason === "not_yet_known" ? notice : null;
      const preview = buildLinkPreview(view, { origin, pathPrefix: site.pathPrefix, parcel });
      return drawPage(services, {
        style: site.style,
        view,
        theme: facts.theme,
        canonicalPath,
        preview,
        oembedHref: discovery(site, origin, canonicalPath),
      });
    },
  }),
};

function discovery({ merchant }: NoticeSite, origin: string, canonicalPath: string | null): string | null {
  return canonicalPath !== null && merchant.brand.embedOrigins.length > 0 ? oembedHref(origin, canonicalPath) : null;
}

/** So that stylesheet and font are on their way before the HTML is read. */
function preloads(css: string, font: string | undefined): string {
  const stylesheet = `<${css}>; rel=preload; as=style`;
  return font ? `${stylesheet}, <${font}>; rel=preload; as=font; type="font/woff2"; crossorigin` : stylesheet;
}
