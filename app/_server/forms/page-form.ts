import { brandFontPreload } from "#lib/branding/brand-fonts.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { drawPage } from "../page.ts";
import type { Form } from "./form.ts";

export const pageForm: Form = {
  contentType: "text/html; charset=utf-8",
  headers: ({ assets }, { merchant }) => ({ link: preloads(assets.css, brandFontPreload(merchant.brand)?.href) }),
  drawParcel: (services, { site, facts, input, canonicalPath }) =>
    drawPage(services, { style: site.style, view: buildTrackingView(input), theme: facts.theme, canonicalPath }),
  answerNotice: (services, { site, facts, view, canonicalPath }) => ({
    body: () => drawPage(services, { style: site.style, view, theme: facts.theme, canonicalPath }),
  }),
};

/** So that stylesheet and font are on their way before the HTML is read. */
function preloads(css: string, font: string | undefined): string {
  const stylesheet = `<${css}>; rel=preload; as=style`;
  return font ? `${stylesheet}, <${font}>; rel=preload; as=font; type="font/woff2"; crossorigin` : stylesheet;
}
