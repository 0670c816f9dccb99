// biome-ignore-all lint/style/noHeadElement: this is the document itself, not a page of Next's
import type { ReactElement } from "react";
import type { ApiReference } from "#lib/contracts/api/reference.ts";
import { ApiPage } from "./api-page.tsx";

/** The page as HTML, ready to send. `css` goes into one `<style>` as it is; the caller puts its hash into the policy. */
export async function renderApiPage({ reference, css }: { reference: ApiReference; css: string }): Promise<string> {
  if (/<\/style/i.test(css)) throw new Error("a stylesheet must not close its own element");
  const renderToStaticMarkup = await loadRenderer();
  return `<!doctype html>${renderToStaticMarkup(<ApiDocument reference={reference} css={css} />)}`;
}

type Renderer = (element: ReactElement) => string;

/** Next refuses a top-level import of `react-dom/server` in a route handler; a lazy one builds and runs. */
async function loadRenderer(): Promise<Renderer> {
  return (await import("react-dom/server")).renderToStaticMarkup;
}

function ApiDocument({ reference, css }: { reference: ApiReference; css: string }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The API of Waymark</title>
        <meta name="description" content="Every call of the API, every object, webhooks, errors, and the dialects of three vendors." />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own file; escaping would break its hash */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
        <link rel="icon" href="/brands/waymark/icon.svg" />
        <link rel="alternate" type="application/json" href={`${reference.base}/openapi.json`} title="OpenAPI 3.1" />
      </head>
      <body>
        <ApiPage reference={reference} />
      </body>
    </html>
  );
}
