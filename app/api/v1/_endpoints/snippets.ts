import type { ApiCall } from "#app/_server/api/dialect.ts";
import * as operations from "#lib/contracts/api/operations/snippets.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { loadParcelSnippets } from "#lib/shipments/load-parcel-snippets.ts";
import { buildTemplateSnippets } from "#lib/snippets/build-template-snippets.ts";
import { findPlatform, PLATFORM_SLUGS, PLATFORMS } from "#lib/snippets/platforms.data.ts";
import type { Snippets } from "#lib/snippets/snippets.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { invalidInput, notFound } from "../_standard/problem-answer.ts";

export const snippetEndpoints = [
  endpoint(operations.getTrackerSnippets, async (call, { query: { lang = null, theme = null } }) => {
    const { runtime } = call.services;
    const merchant = await merchantOf(call);
    const snippets = merchant && (await loadParcelSnippets(runtime, { caller: call.caller, id: param(call, "id"), merchant, lang, theme }));
    return snippets ? { status: 200, body: buildSnippetsJson(snippets) } : notFound(call, "tracker");
  }),

  endpoint(operations.listTemplateSnippets, async (call, { query: { platform: asked, lang = null, theme = null, link } }) => {
    const platform = asked === undefined ? null : findPlatform(asked);
    if (asked !== undefined && platform === null) {
      return invalidInput(call, [{ path: "platform", message: `must be one of ${PLATFORM_SLUGS.join(", ")}` }]);
    }
    const merchant = await merchantOf(call);
    if (!merchant) return notFound(call, "merchant");
    const address = await loadMerchantAddress(call.services.runtime, merchant.id);
    const shop = { brand: merchant.brand, ...address };
    const data = (platform ? [platform] : PLATFORMS).map((each) => {
      const { slug, name, steps } = each;
      return { platform: slug, name, ...buildSnippetsJson(buildTemplateSnippets(shop, { platform: each, lang, theme, link })), steps };
    });
    return { status: 200, body: { data } };
  }),
];

const buildSnippetsJson = <Made extends Snippets>({ html, text, jsonLd, imageUrl, pageUrl }: Made) => ({
  html,
  text,
  json_ld: jsonLd,
  image_url: imageUrl,
  page_url: pageUrl,
});

const merchantOf = ({ services, caller }: ApiCall) => findMerchantBySlug(services.runtime, caller.merchantSlug);
