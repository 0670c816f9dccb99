import { Feed } from "feed";
import type { FeedView } from "./feed-view.ts";
import { legibleText } from "./legible-text.ts";

const ROOT = '<feed xmlns="http://www.w3.org/2005/Atom">';

/** A feed as Atom (RFC 4287). */
export function writeFeed(view: FeedView): string {
  const feed = new Feed({
    id: view.id,
    title: asText(view.title),
    link: view.pageUrl,
    feed: view.feedUrl,
    updated: new Date(view.updatedAt),
    author: { name: asText(view.shop) },
    generator: "Waymark",
    copyright: "",
  });
  for (const { id, title, text, at } of view.entries) {
    feed.addItem({ id, title: asHtml(title), description: asHtml(text), link: view.pageUrl, date: new Date(at) });
  }
  // The library knows no language.
  return feed.atom1().replace(ROOT, `${ROOT.slice(0, -1)} xml:lang="${view.lang}">`);
}

/** Titles and texts of entries are HTML there. */
function asHtml(text: string): string {
  return legibleText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The library takes one escape off plain text before it puts its own on. */
function asText(text: string): string {
  return legibleText(text).replaceAll("&", "&amp;");
}
