import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, EventTime } from "./event-time.ts";
import type { Place } from "./place.ts";
import type { Status } from "./status.ts";
import type { Substatus } from "./substatus.ts";

export const PROVIDERS = ["easypost", "shippo", "shipengine", "shipment_notify", "push"] as const;
/** Who told us; `push` is our own API, where carriers and shops report scans themselves. */
export type ProviderName = (typeof PROVIDERS)[number];
export const MODES = ["test", "production"] as const;
/** Whether the parcel is real. Each mode has books of its own. */
export type Mode = (typeof MODES)[number];

/** The vendor's own words, kept beside ours. */
export interface VendorWords {
  status: string | null;
  detail: string | null;
  /** Carrier-level code, such as ShipEngine's `event_code`. */
  code: string | null;
}

/** One scan as a provider reported it. */
export interface ScanReport {
  status: Status;
  substatus: Substatus;
  /** The carrier's sentence, as given. */
  message: string | null;
  vendor: VendorWords;
  time: EventTime;
  place: Place;
  /** Personal: shown on the private page only. */
  signer: string | null;
  /** Personal: shown on the private page only. */
  proofOfDeliveryUrl: string | null;
}

/** A delivery promise: a calendar date with the window when one was given, never a UTC midnight. */
export interface DeliveryDate {
  on: CalendarDay;
  /** `HH:mm`, local to the destination. */
  from: string | null;
  /** `HH:mm`, local to the destination. */
  until: string | null;
}

/** A vendor word that no table knows: shown as `unknown`, counted, never guessed. */
export interface MappingNote {
  field: "status" | "status_detail" | "carrier" | "time" | "place" | "scans";
  word: string;
}

export interface ItemReport {
  /** The shop's id of the order line. */
  orderItemId: string;
  title: string | null;
  sku: string | null;
  quantity: number;
}

/** The order a parcel belongs to, where the source tells. Of the shopper, nothing but the address to be found by. */
export interface OrderReport {
  externalId: string;
  placedAt: Instant | null;
  lineItems: ItemReport[];
  /** Personal: kept sealed, and on no page. */
  customerEmail: string | null;
  /** What this parcel holds, and whether it is the order's main one. */
  parcel: { items: ItemReport[]; primary: boolean };
}

/** What one provider says about one parcel at one moment. Every provider's map ends here. */
export interface TrackerSnapshot {
  provider: ProviderName;
  mode: Mode;
  carrier: CarrierSlug;
  trackingNumber: string;
  /** When the vendor made this picture; null where it does not say. Orders late and shuffled deliveries. */
  asOf: Instant | null;
  status: Status;
  substatus: Substatus;
  vendor: VendorWords;
  /** The vendor says this is a parcel on its way back to the shop. */
  isReturn: boolean;
  estimatedDelivery: DeliveryDate | null;
  originalEstimatedDelivery: DeliveryDate | null;
  serviceLevel: string | null;
  origin: Place | null;
  destination: Place | null;
  /** Personal. */
  signedBy: string | null;
  weightOz: number | null;
  vendorTrackerId: string | null;
  /** As the vendor ordered them; the fold sorts. */
  scans: ScanReport[];
  order: OrderReport | null;
  notes: MappingNote[];
}
