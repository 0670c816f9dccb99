import { escapeMarkup } from "./escape.ts";

/** A snippet to look at: with another picture or none, and without the link, which is not for every eye. */
export function previewHtml(html: string, { from, to }: { from: string; to: string }): string {
  return html.replaceAll(/href="[^"]*"/g, 'href="#"').replace(`src="${escapeMarkup(from)}"`, () => `src="${escapeMarkup(to)}"`);
}

/** What mail programs draw on, and the grey of words that do not matter. */
const PAPERS = { light: { paper: "#ffffff", words: "#e5e7eb" }, dark: { paper: "#121212", words: "#2b2d31" } } as const;
export type MailPaper = keyof typeof PAPERS;

/** A document with a snippet where it will be: between what else a mail says. Nothing in it can be pressed. */
export function mailAround(snippet: string, on: MailPaper): string {
  const { paper, words } = PAPERS[on];
  const lines = (padding: string, ...widths: number[]) =>
    `<div aria-hidden="true" style="padding:${padding}">${widths.map((width) => `<p style="width:${width}%"></p>`).join("")}</div>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><style>
html{background:${paper}}body{display:flow-root;margin:0;padding:20px;pointer-events:none}p{height:10px;margin:0 0 10px;border-radius:5px;background:${words}}
</style>${lines("0 0 10px", 38, 92, 74)}${snippet}${lines("20px 0 0", 88, 46)}</html>`;
}
