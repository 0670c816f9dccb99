import type { ReactElement } from "react";

type Renderer = (element: ReactElement) => string;
let renderer: Renderer | undefined;

/** Next refuses a top-level import of `react-dom/server` in a route handler; a lazy one builds and runs. */
async function loadRenderer(): Promise<Renderer> {
  renderer ??= (await import("react-dom/server")).renderToStaticMarkup;
  return renderer;
}

/** A whole document as HTML, ready to send; `brandCss` is the stylesheet that stands in it as it is. */
export async function renderHtml(document: ReactElement, brandCss: string): Promise<string> {
  if (/<\/style/i.test(brandCss)) throw new Error("a brand's stylesheet must not close its own element");
  const renderToStaticMarkup = await loadRenderer();
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}
