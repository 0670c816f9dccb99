import type { Instant } from "#lib/shared/clock.ts";
import { feedId } from "./build-feed.ts";
import type { FeedView } from "./feed-view.ts";
import { type PageAddress, pagePath } from "./page-links.ts";
import type { Viewer } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** The feed of a number that nobody registered yet; its first entries come under the names they would have had. */
export function emptyFeed(
  parcel: PageAddress,
  viewer: Pick<Viewer, "lang" | "pathPrefix">,
  { origin, shop, now }: { origin: string; shop: string; now: Instant },
): FeedView {
  return {
    id: feedId({ origin, path: pagePath(parcel, viewer), epoch: 1 }),
    lang: viewer.lang,
    title: createTranslator(viewer.lang)("feed.title", { number: parcel.trackingNumber, shop }),
    shop,
    pageUrl: `${origin}${pagePath(parcel, viewer)}`,
    feedUrl: `${origin}${pagePath(parcel, viewer, "atom")}`,
    updatedAt: now,
    entries: [],
  };
}
