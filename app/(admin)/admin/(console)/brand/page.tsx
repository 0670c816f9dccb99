import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { Studio } from "#components/admin/brand/studio/studio.island.tsx";
import { loadDraft } from "#lib/brands/load-draft.ts";
import { SAMPLES } from "#lib/demo/sample-pages.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { hasRole } from "#lib/shared/role.ts";
import { embedSnippet } from "#lib/view/embed-link.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { discardDraft, importBrand, publishBrand, readBrandFile, saveDraft } from "../../_actions/brand.ts";
import { suggestLook } from "../../_actions/look.ts";
import { ourSentences } from "./our-sentences.ts";

export const metadata: Metadata = { title: "Brand" };

export default async function BrandPage() {
  const { runtime, call } = await openConsole();
  const { merchant, role } = call;
  const { revision, brand, updatedBy, published } = await loadDraft(runtime, { merchantId: merchant.id });
  const { origin, pathPrefix } = await loadMerchantAddress(runtime, merchant.id);
  return (
    <Studio
      key={merchant.slug}
      merchant={merchant.slug}
      opened={{ revision, brand, updatedBy, published: { version: published.version, brand: published.brand } }}
      isReadOnly={!hasRole(role, "editor")}
      publicHref={`${origin}${pathPrefix}/`}
      embedSnippet={embedSnippet({ origin, merchant: pathPrefix === "" ? null : merchant.slug })}
      samples={SAMPLES.map(({ key, label, status }) => ({ key, label, status }))}
      languages={LANGUAGES.map(({ tag, name, dir }) => ({ tag, name, dir }))}
      sentences={ourSentences()}
      today={runtime.clock.now().slice(0, 10)}
      actions={{ saveDraft, publishBrand, discardDraft, readBrandFile, importBrand, suggestLook }}
    />
  );
}
