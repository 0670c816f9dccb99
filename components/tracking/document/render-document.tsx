// biome-ignore-all lint/style/noHeadElement: this is the document itself, not a page of Next's
import { type PreviewTag, pageDescription } from "#lib/view/link-preview.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { Page } from "../page.tsx";
import { resolveTheme, type Theme } from "../theme.ts";
import type { DocumentAssets } from "./document-assets.ts";
import { DocumentBasics } from "./document-basics.tsx";
import { NewsRoot } from "./news-root.tsx";
import { renderHtml } from "./render-html.ts";

export interface DocumentInput {
  view: PageView;
  /** Goes into one `<style>` as it is; the caller puts the hash of exactly this text into the policy. */
  brandCss: string;
  assets: DocumentAssets;
  /** What the shopper asked for; null leaves it to the brand, and then to the device. */
  theme: Theme;
  /** The page's address without key or query; null where it has none of its own. */
  canonicalPath: string | null;
  /** What a link to the page shows where it is shared; nothing where it is not meant to be. */
  preview?: readonly PreviewTag[];
  /** Where others ask how to show it on their pages; nothing where none may. */
  oembedHref?: string | null;
  /** Content of the robots meta tag. */
  robots: string;
  /** The colour of the browser's own bars; left to the browser when absent. */
  themeColors?: { light: string; dark: string };
}

/** A whole page as HTML, ready to send. Needs no inline script, no style attribute and no nonce. */
export function renderDocument(input: DocumentInput): Promise<string> {
  return renderHtml(<Document {...input} />, input.brandCss);
}

function Document(input: DocumentInput) {
  const { view, assets } = input;
  const theme = resolveTheme(input.theme, view.brand);
  return (
    <html lang={view.lang} dir={view.dir} data-theme={theme ?? undefined}>
      <Head {...input} theme={theme} />
      <body>
        <NewsRoot view={view} assets={assets}>
          <Page view={view} theme={theme} />
        </NewsRoot>
        <p id="live" className="sr-only" role="status" />
      </body>
    </html>
  );
}

/** Who previews links reads the first bytes only, so what it looks for stands before the stylesheet. */
function Head({ view, brandCss, assets, theme, canonicalPath, preview = [], oembedHref = null, robots, themeColors }: DocumentInput) {
  const hasData = canonicalPath !== null && (view.kind === "tracking" || view.refreshPath !== null);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{view.title}</title>
      <meta name="description" content={pageDescription(view)} />
      {preview.map((tag) => (
        <meta key={`${Object.values(tag)}`} {...tag} />
      ))}
      <DocumentBasics theme={theme} assets={assets} brandCss={brandCss} robots={robots}>
        {themeColors !== undefined && <ThemeColors colors={themeColors} theme={theme} />}
      </DocumentBasics>
      {view.brand.iconUrl !== null && <link rel="icon" href={view.brand.iconUrl} />}
      {canonicalPath !== null && <link rel="canonical" href={canonicalPath} />}
      {hasData &&
        ALTERNATES.map(({ type, extension }) => <link key={type} rel="alternate" type={type} href={`${canonicalPath}${extension}`} />)}
      {oembedHref !== null && <link rel="alternate" type="application/json+oembed" href={oembedHref} />}
    </head>
  );
}

const ALTERNATES = [
  { type: "application/json", extension: ".json" },
  { type: "application/atom+xml", extension: ".atom" },
  { type: "text/calendar", extension: ".ics" },
] as const;

function ThemeColors({ colors, theme }: { colors: { light: string; dark: string }; theme: Theme }) {
  if (theme !== null) return <meta name="theme-color" content={colors[theme]} />;
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={colors.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={colors.dark} />
    </>
  );
}
