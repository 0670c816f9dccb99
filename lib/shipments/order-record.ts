import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, OrderId, TrackerId } from "#lib/shared/ids.ts";
import type { ItemReport, Mode } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";

/** An order as its merchant sees it. */
export interface OrderRecord {
  id: OrderId;
  merchantId: MerchantId;
  mode: Mode;
  /** The shop's own number. */
  externalId: string;
  placedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  lineItems: ItemReport[];
  /** The shopper's address. */
  customerEmail: string | null;
  /** The primary one first. */
  parcels: OrderParcel[];
}

export interface OrderParcel {
  trackerId: TrackerId;
  carrier: CarrierSlug;
  trackingNumber: string;
  status: Status;
  items: ItemReport[];
  isPrimary: boolean;
  /** Our private link: absolute, with the key. */
  publicUrl: string;
}
