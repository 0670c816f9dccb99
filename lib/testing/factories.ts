import type { Merchant } from "#lib/merchants/merchant.ts";
import { type UpsertMerchantInput, upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { TestDatabase } from "./databases.ts";

/** Saves a merchant that the test only wants to exist. */
export async function createMerchant(
  ctx: Pick<TestDatabase, "db" | "random"> & { clock: Clock },
  slug: string,
  changes: Partial<UpsertMerchantInput> = {},
): Promise<Merchant> {
  const outcome = await upsertMerchant(ctx, {
    slug,
    brand: { version: 1, name: `Shop ${slug}`, colors: { brand: "#336699" } },
    ...changes,
  });
  if (outcome.kind !== "saved") throw new Error(`merchant ${slug} was not saved: ${JSON.stringify(outcome)}`);
  return outcome.merchant;
}

interface EasyPostScan {
  status: string;
  message: string;
  datetime: string;
  city?: string;
  state?: string;
}

/** An EasyPost Tracker as their API answers it. */
export function easypostTracker(changes: {
  trackingCode?: string;
  carrier?: string;
  status?: string;
  mode?: string;
  updatedAt?: string;
  signedBy?: string;
  scans?: EasyPostScan[];
}): Record<string, unknown> {
  return {
    id: "trk_5c8f0b1e4a6d4f0f9f2d7b3a1c0e9d8b",
    object: "Tracker",
    mode: changes.mode ?? "production",
    tracking_code: changes.trackingCode ?? "9405511899223197428490",
    status: changes.status ?? "in_transit",
    status_detail: null,
    updated_at: changes.updatedAt ?? "2026-03-01T11:00:00Z",
    signed_by: changes.signedBy ?? null,
    weight: 12,
    est_delivery_date: null,
    carrier: changes.carrier ?? "USPS",
    tracking_details: (changes.scans ?? [LAS_VEGAS]).map(({ status, message, datetime, city, state }) => ({
      object: "TrackingDetail",
      message,
      description: "",
      status,
      status_detail: null,
      datetime,
      source: changes.carrier ?? "USPS",
      carrier_code: null,
      tracking_location: { object: "TrackingLocation", city: city ?? null, state: state ?? null, country: "US", zip: null },
    })),
    carrier_detail: null,
  };
}

export const LAS_VEGAS: EasyPostScan = {
  status: "in_transit",
  message: "Arrived at USPS Regional Facility",
  datetime: "2026-02-28T09:30:00-08:00",
  city: "LAS VEGAS",
  state: "NV",
};

export const SARCOXIE: EasyPostScan = {
  status: "delivered",
  message: "Delivered, In/At Mailbox",
  datetime: "2026-03-01T08:10:00-06:00",
  city: "SARCOXIE",
  state: "MO",
};

/** The Event that EasyPost's webhook delivers a tracker in. */
export function easypostEvent(id: string, tracker: Record<string, unknown>): Record<string, unknown> {
  return { id, object: "Event", description: "tracker.updated", mode: tracker.mode, previous_attributes: {}, result: tracker };
}

/** The order platform's webhook: one order, its parcels and what each holds. */
export function shipmentNotify(changes: {
  uuid?: string;
  timestamp?: string;
  orderId?: string;
  email?: string;
  lineItems?: Record<string, number>;
  parcels: { number: string; status?: string; primary?: boolean; items: Record<string, number> }[];
}): Record<string, unknown> {
  const items = (quantities: Record<string, number>) =>
    Object.entries(quantities).map(([order_item_id, quantity]) => ({ order_item_id, sku: `SKU-${order_item_id}`, quantity }));
  const trackings = changes.parcels.map((parcel) => ({
    tracking_number: parcel.number,
    carrier: "USPS",
    status: parcel.status ?? "in_transit",
    primary: parcel.primary ?? false,
    shipped_items: items(parcel.items),
  }));
  return {
    event: { uuid: changes.uuid ?? "0d9c6f5e-1", name: "shipment_notify", timestamp: changes.timestamp ?? "2026-03-01T10:00:00.000000Z" },
    data: {
      order_id: changes.orderId ?? "28002-A",
      test_order: false,
      created_at: "2026-02-27T14:11:50.000000Z",
      address: { name: "Mia Moss", email: changes.email ?? null },
      line_items: items(changes.lineItems ?? {}),
      trackings,
    },
  };
}
