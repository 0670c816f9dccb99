import type { PreviousFacts } from "#lib/contracts/tracker-facts.ts";
import type { RouteMap } from "#lib/places/route-map.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import type { ItemReport, MappingNote } from "#lib/tracking/snapshot.ts";
import { canonicalText } from "#lib/tracking/stable-digest.ts";
import type { SnapshotHeader, Tracker } from "#lib/tracking/tracker.ts";

/**
 * The JSON columns of trackers, orders and events. Only typed values are ever written, so reading them back asserts the type:
 * checking a whole document on every page view would cost more than drawing it.
 */
const column = <Value>() => ({
  /** Equal content gives equal text, so that "did it change?" is a comparison of texts. */
  write: (value: Value): string => canonicalText(value),
  read: (text: string): Value => JSON.parse(text) as Value,
});

export const trackerColumn = column<Tracker>();
export const routeMapColumn = column<RouteMap>();
export const headersColumn = column<readonly SnapshotHeader[]>();
export const notesColumn = column<readonly MappingNote[]>();
export const itemsColumn = column<ItemReport[]>();
export const previousColumn = column<PreviousFacts>();
export const topicsColumn = column<NewsTopic[]>();
