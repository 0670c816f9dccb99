// biome-ignore-all lint/style/noHeadElement: this is the document itself, not a page of Next's
import type { SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import type { DocumentAssets } from "../document/document-assets.ts";
import { renderHtml } from "../document/render-html.ts";
import type { Theme } from "../theme.ts";
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
  const theme = input.theme ?? (view.brand.mode === "auto" ? null : view.brand.mode);
  return (
    <html lang={view.lang} dir={view.dir} data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{view.title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="color-scheme" content={theme ?? "light dark"} />
        <link rel="stylesheet" href={assets.css} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: derived by us from parsed colours; escaping would break its hash */}
        <style dangerouslySetInnerHTML={{ __html: brandCss }} />
        <script type="module" src={assets.enhance} />
        {view.brand.iconUrl !== null && <link rel="icon" href={view.brand.iconUrl} />}
      </head>
      <body>
        <SubscriptionPage view={view} theme={theme} />
      </body>
    </html>
  );
}
