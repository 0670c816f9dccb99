import type { Brand } from "#lib/branding/brand.ts";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { RouteMap } from "#lib/places/route-map.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ItemReport } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { NewsOffer } from "./subscribe-view.ts";

/** A parcel of the same order; `key` opens its private page. */
export interface SiblingParcel {
  carrier: CarrierSlug;
  trackingNumber: string;
  key: string;
  status: Status;
  items: ItemReport[];
  primary: boolean;
  isCurrent: boolean;
}

export interface OrderFacts {
  externalId: string;
  lineItems: ItemReport[];
  /** All parcels of the order, the current one included, primary first. */
  parcels: SiblingParcel[];
}

/** What everything public is drawn from, though never before `redact` has seen it. */
export interface TrackingViewInput {
  merchant: { slug: string; brand: Brand };
  tracker: Tracker;
  routeMap: RouteMap | null;
  /** When we last heard from, or asked, the source. */
  checkedAt: Instant | null;
  updatedAt: Instant;
  /** Loaded for the private tier only, but redacted again here. */
  order: OrderFacts | null;
  viewer: Viewer;
  now: Instant;
  /** What may be asked for on the page; absent where there is nobody to ask. */
  newsOffer?: NewsOffer | null;
}

export interface Viewer {
  tier: "public" | "private";
  /** A language we speak and the merchant allows. */
  lang: string;
  /** What dates and numbers are formatted in, from `chooseLanguage`; without it, the language's own default. */
  locale?: string;
  /** `?theme=`, if asked for; travels in links so that it survives a language change. */
  theme: "light" | "dark" | null;
  /** Whether the language came from `?lang=`, and so must stay in links. */
  langIsChosen: boolean;
  /** `""` on the merchant's own host, `/tracking/<merchant>` elsewhere. */
  pathPrefix: string;
  /** The private key the viewer came with, for links to itself; null on the public tier. */
  key: string | null;
}
