import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { Matrix } from "#components/admin/brand/matrix/matrix.island.tsx";
import { readChoice } from "#components/admin/brand/matrix/matrix-choice.ts";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { languageLabel } from "#lib/branding/brand-labels.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import { loadDraft } from "#lib/brands/load-draft.ts";
import { SAMPLES } from "#lib/demo/sample-pages.ts";
import { allowedLanguages, LANGUAGES } from "#lib/view/languages.ts";

export const metadata: Metadata = { title: "All pages" };

interface MatrixPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MatrixPage({ searchParams }: MatrixPageProps) {
  const { runtime, call } = await openConsole();
  const { revision, brand, isPublished, published } = await loadDraft(runtime, { merchantId: call.merchant.id });
  const draft = readStoredBrand(brand, published.brand.name);
  const tags = LANGUAGES.map(({ tag }) => tag);
  const usual = allowedLanguages(draft.allowedLanguages).map(({ tag }) => tag);
  return (
    <>
      <PageHeader
        title="All pages"
        description="Your page in every status, from invented parcels. Click one to look closer; the arrow keys lead from there."
        back={{ href: "/admin/brand", label: "Brand" }}
      />
      <Matrix
        key={call.merchant.slug}
        merchant={call.merchant.slug}
        brands={{
          draft: { stamp: revision, mode: draft.mode },
          published: { stamp: published.version, mode: published.brand.mode },
        }}
        hasDraft={!isPublished}
        samples={SAMPLES}
        languages={LANGUAGES.map(({ tag }) => ({ tag, label: languageLabel(tag) }))}
        opened={readChoice(await searchParams, tags, usual)}
      />
    </>
  );
}
