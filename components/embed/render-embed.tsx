// biome-ignore-all lint/style/noHeadElement: this is the document itself, not a page of Next's
import { Icon } from "#components/ui/icon.tsx";
import type { PageView } from "#lib/view/tracking-view.ts";
import type { DocumentAssets } from "../tracking/document/document-assets.ts";
import { DocumentBasics } from "../tracking/document/document-basics.tsx";
import { NewsRoot } from "../tracking/document/news-root.tsx";
import { renderHtml } from "../tracking/document/render-html.ts";
import { resolveTheme, type Theme } from "../tracking/theme.ts";
import { Embed } from "./embed.tsx";

export interface EmbedInput {
  view: PageView;
  /** Goes into one `<style>` as it is; the caller puts the hash of exactly this text into the policy. */
  brandCss: string;
  assets: DocumentAssets;
  /** What the page around it asked for; null leaves it to the brand, and then to the device. */
  theme: Theme;
  /** The whole page, as this viewer sees it. */
  pageHref: string;
  /** The only ones that are told how tall it is. */
  origins: readonly string[];
}

/** A whole document for a frame: every link of it opens elsewhere. */
export function renderEmbed(input: EmbedInput): Promise<string> {
  return renderHtml(<EmbedDocument {...input} />, input.brandCss);
}

function EmbedDocument({ view, brandCss, assets, pageHref, origins, ...input }: EmbedInput) {
  const theme = resolveTheme(input.theme, view.brand);
  return (
    <html lang={view.lang} dir={view.dir} data-theme={theme ?? undefined} data-form="embed">
      <head>
        <meta charSet="utf-8" />
        <base target="_blank" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{view.title}</title>
        <DocumentBasics theme={theme} assets={assets} brandCss={brandCss} />
        <script type="module" src={assets.embed} data-origins={origins.join(" ")} id="embed" />
      </head>
      <body>
        <main aria-labelledby="headline">
          <NewsRoot view={view} assets={assets}>
            <Embed view={view} />
          </NewsRoot>
          <a className="embed-link" href={pageHref} rel="noreferrer">
            {view.labels.fullPage}
            <span className="sr-only"> ({view.labels.newTab})</span>
            <Icon name="open" />
          </a>
        </main>
        <p id="live" className="sr-only" role="status" />
      </body>
    </html>
  );
}
