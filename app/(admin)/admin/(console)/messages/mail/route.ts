import { consoleRoute } from "#app/_server/console/console-route.ts";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { inScheme } from "#lib/mail/in-scheme.ts";
import { renderShopperMail } from "#lib/mail/render-shopper-mail.ts";
import { lookSchema } from "../_messages/preview-look.ts";
import { writeSample } from "../_messages/sample-message.ts";
import { drawSamplePicture } from "../_messages/sample-picture.ts";

/** A mail as shoppers get it: `?merchant=&of=&lang=&scheme=`. Nothing in it leads anywhere, and it is nobody's origin. */
export const GET = consoleRoute({ name: "message.preview", role: "viewer" }, async ({ services, call, request }) => {
  const { runtime } = services;
  const { searchParams } = new URL(request.url);
  const { of, lang, scheme } = lookSchema.parse(Object.fromEntries(searchParams));
  const { merchant, home } = await loadShop(runtime, call.merchant);
  const wish = { of, lang, now: runtime.clock.now(), home };
  const sample = writeSample(merchant, { ...wish, picture: null });
  const bytes = sample.view.kind === "news" ? await drawSamplePicture(services, sample.input) : null;
  // Without an origin of its own the frame has no cookies, so that its picture comes along.
  const picture = bytes && `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
  const { html } = await renderShopperMail(writeSample(merchant, { ...wish, picture }).view);
  return new Response(inScheme(html, scheme).replace("<head>", `<head><base target="_blank">`), { headers: HEADERS });
});

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};
