// biome-ignore-all lint/style/noHeadElement: this is the document itself, not a page of Next's
import type { SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import type { DocumentAssets } from "../document/document-assets.ts";
import { DocumentBasics } from "../document/document-basics.tsx";
import { renderHtml } from "../document/render-html.ts";
import { resolveTheme, type Theme } from "../theme.ts";
import { SubscriptionPage } from "./subscription-page.tsx";

export interface SubscriptionDocumentInput {
  view: SubscriptionPageView;
  /** Goes into one `<style>` as it is; the caller puts the hash of exactly this text into the policy. */
  brandCss: string;
  assets: DocumentAssets;
  /** What the shopper asked for; null leaves it to the brand, and then to the device. */
  theme: Theme;
}

/** Such a page as a whole document. It has no news of its own, nothing to share and no address to keep. */
export function renderSubscriptionPage(input: SubscriptionDocumentInput): Promise<string> {
  return renderHtml(<SubscriptionDocument {...input} />, input.brandCss);
}

function SubscriptionDocument({ view, brandCss, assets, ...input }: SubscriptionDocumentInput) {
  const theme = resolveTheme(input.theme, view.brand);
  return (
    <html lang={view.lang} dir={view.dir} data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{view.title}</title>
        <DocumentBasics theme={theme} assets={assets} brandCss={brandCss} />
        {view.brand.iconUrl !== null && <link rel="icon" href={view.brand.iconUrl} />}
      </head>
      <body>
        <SubscriptionPage view={view} theme={theme} />
      </body>
    </html>
  );
}
