import { securityHeaders } from "#app/_server/security-headers.ts";
import type { Services } from "#app/_server/services.ts";
import { describeSite } from "#app/_server/site.ts";
import type { Brand } from "#lib/branding/brand.ts";
import { PREVIEW_KINDS } from "./preview-kinds.ts";
import type { PreviewWish } from "./preview-request.ts";

/**
 * The document that shoppers get, with nothing in it that leads away: the answer itself is sandboxed, so forms, new windows and
 * leaving for elsewhere are off, and every link would open a new window. A frame needs no `sandbox` attribute for that; one that has it
 * must allow `allow-scripts allow-same-origin`, without which the brand's typeface and the page's script stay out.
 */
export async function answerPreview(services: Services, merchant: { slug: string; brand: Brand }, wish: PreviewWish): Promise<Response> {
  const { style } = describeSite(merchant, "");
  const document = await PREVIEW_KINDS[wish.kind](services, { merchant, style, wish });
  const headers = securityHeaders([style.cssHash], { frameAncestors: "'self'", imageSources: "'self' data:" });
  return new Response(document.replace("<head>", `<head><base target="_blank">`), {
    headers: {
      ...headers,
      "content-security-policy": `${headers["content-security-policy"]}; sandbox allow-scripts allow-same-origin`,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}
