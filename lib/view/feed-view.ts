import type { Instant } from "#lib/shared/clock.ts";

/** A parcel's journey as a feed, as plain JSON in the shopper's language. */
export interface FeedView {
  /** A `tag:` URI, and so are the entries' ids: the same for ever, wherever the feed is read. */
  id: string;
  lang: string;
  title: string;
  shop: string;
  pageUrl: string;
  feedUrl: string;
  updatedAt: Instant;
  /** Newest first. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  title: string;
  /** When and where, as far as the carrier said. */
  text: string;
  /**
   * When it happened. Atom insists on a moment: where only a clock or a day is known it stands here as if it were UTC's, and
   * where nothing is, the moment of the scan before. What is really known is in `text`.
   */
  at: Instant;
}
