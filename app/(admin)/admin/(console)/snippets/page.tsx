import type { Metadata } from "next";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { HowTo } from "#components/admin/snippets/how-to.tsx";
import { MailPreview } from "#components/admin/snippets/mail-preview.island.tsx";
import { SnippetForms } from "#components/admin/snippets/snippet-forms.island.tsx";
import { TemplateChoices } from "#components/admin/snippets/template-choices.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { listTrackers } from "#lib/shipments/list-trackers.ts";
import { buildTemplateSnippets } from "#lib/snippets/build-template-snippets.ts";
import { fillPlatform } from "#lib/snippets/fill-platform.ts";
import { findPlatform, PLATFORMS } from "#lib/snippets/platforms.data.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import { allowedLanguages } from "#lib/view/languages.ts";
import { formsOf } from "./_snippets/forms-of.ts";
import { previewOf } from "./_snippets/preview-of.ts";

export const metadata: Metadata = { title: "Mail snippets" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function SnippetsPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const { slug, id } = call.merchant;
  const asked = await searchParams;
  const platform = (typeof asked.platform === "string" && findPlatform(asked.platform)) || PLATFORMS[0];
  const [{ merchant, address }, parcel] = await Promise.all([loadShop(runtime, call.merchant), findNewestParcel(runtime, id)]);
  const { brand } = merchant;
  const languages = allowedLanguages(brand.allowedLanguages);
  const lang = languages.find(({ tag }) => tag === asked.lang)?.tag ?? null;
  const theme = asked.theme === "light" || asked.theme === "dark" ? asked.theme : null;
  const link = asked.link === "private" ? "private" : "public";
  const wish = { lang, theme, link } as const;
  const snippets = buildTemplateSnippets({ brand, ...address }, { platform, ...wish });
  const sample = buildTemplateSnippets({ brand, ...address }, { platform: fillPlatform(platform, parcel ?? NO_PARCEL), ...wish });
  const shown = previewOf(sample, slug);
  const kept = Object.fromEntries(Object.entries({ lang, theme, link: link === "private" ? link : null }).filter(([, value]) => value));
  return (
    <>
      <PageHeader
        title="Mail snippets"
        description="Show where a parcel is in the mails your shop sends already: a picture that is always up to date, and a button that leads to the page."
      />
      <div className="grid gap-5">
        <TabLinks
          label="Mail tool"
          tabs={PLATFORMS.map(({ slug: name, name: label }) => ({
            href: `/admin/snippets?${new URLSearchParams({ platform: name, ...kept })}`,
            label,
            isCurrent: name === platform.slug,
          }))}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[1fr_25rem] xl:grid-rows-[auto_1fr]">
          <Panel title={`Template: ${platform.name}`} description={sourceOf(link, platform)}>
            <div className="grid gap-5">
              <TemplateChoices platform={platform.slug} languages={languages} chosen={wish} />
              <SnippetForms key={`${platform.slug}-${link}`} forms={formsOf(snippets, LINK_HINTS[link])} />
            </div>
          </Panel>
          <div className="min-w-0 xl:row-span-2">
            <MailPreview
              html={parcel ? shown : { on: shown.off, off: shown.off }}
              note={parcel ? "With your newest parcel, in place of the placeholders." : "Once you follow a parcel, its picture shows here."}
            />
          </div>
          <HowTo
            title="Where to paste it"
            steps={platform.steps}
            notes={[
              ...platform.notes,
              `Carriers are known by the names it gives them, such as ${Object.keys(platform.carrierNames).join(", ")}.`,
            ]}
            guide={`.github/guides/${platform.slug === "any" ? "any-html" : platform.slug}.md`}
          />
        </div>
      </div>
    </>
  );
}

const LINK_HINTS = {
  public: "The page that anybody may see: where the parcel is and when it comes, without order, items and names.",
  private: "The private page, with order and items, for whoever has the link.",
} as const;

const sourceOf = (link: keyof typeof LINK_HINTS, { source, privateLink }: (typeof PLATFORMS)[number]) =>
  link === "public" ? source : `${privateLink.source} The picture still takes carrier and number.`;

const NO_PARCEL = { carrier: "usps", trackingNumber: "9400100000000000000000" };

async function findNewestParcel(runtime: Runtime, merchantId: MerchantId) {
  for (const mode of MODES.toReversed()) {
    const page = await listTrackers(runtime, { caller: { merchantId, mode }, page: { limit: 1 } });
    const [newest] = page.kind === "page" ? page.rows : [];
    if (newest) return newest.tracker;
  }
  return null;
}
