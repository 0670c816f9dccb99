import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, OrderId, PayloadId, TrackerId } from "#lib/shared/ids.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";

/** Both engines have integers; only one has booleans. */
type Flag = 0 | 1;
/** JSON as text: compared, stored and sent as it stands. */
type Json = string;

export interface MerchantsTable {
  id: MerchantId;
  slug: string;
  name: string;
  is_default: Flag;
  brand_version: number;
  created_at: Instant;
  updated_at: Instant;
  brand: Json;
}

interface MerchantHostsTable {
  /** Lower case, without port or trailing dot. */
  host: string;
  merchant_id: MerchantId;
}

export interface OrdersTable {
  id: OrderId;
  merchant_id: MerchantId;
  mode: Mode;
  /** The shop's own number. */
  external_id: string;
  placed_at: Instant | null;
  /** When the source made this picture of the order; `""` where it did not say. */
  as_of: Instant | "";
  created_at: Instant;
  updated_at: Instant;
  line_items: Json;
}

export interface TrackersTable {
  id: TrackerId;
  merchant_id: MerchantId;
  carrier: CarrierSlug;
  tracking_number: string;
  mode: Mode;
  /** Counts up each time the carrier gave the number to another parcel. */
  epoch: number;
  status: Status;
  substatus: Substatus;
  is_final: Flag;
  private_key: string;
  /** Counts up when `document` changes, and only then. */
  version: number;
  /** Scans of earlier days belong to an earlier parcel with the same number. */
  fenced_before: CalendarDay | null;
  created_at: Instant;
  updated_at: Instant;
  /** When a source last told us anything, new or not. */
  checked_at: Instant;
  /** When the source last changed its picture. */
  last_news_at: Instant | null;
  order_id: OrderId | null;
  is_primary: Flag;
  order_as_of: Instant | "";
  /** Derived from headers, notes and scans; what every page is drawn from. */
  document: Json;
  route_map: Json | null;
  parcel_items: Json;
  headers: Json;
  notes: Json;
}

interface ScansTable {
  tracker_id: TrackerId;
  key: string;
  received_at: Instant;
  scan: Json;
}

export type PayloadOutcome = "received" | "ingested" | "ignored" | "invalid";

export interface PayloadsTable {
  id: PayloadId;
  merchant_id: MerchantId;
  provider: ProviderName;
  /** Null until the payload has been read. */
  mode: Mode | null;
  received_at: Instant;
  outcome: PayloadOutcome;
  problem: string | null;
  body: string;
}

/** The sender's own key of a delivery, which tells a repetition from news. */
interface DeliveriesTable {
  merchant_id: MerchantId;
  provider: ProviderName;
  delivery_key: string;
  payload_id: PayloadId;
}

export interface Schema {
  merchants: MerchantsTable;
  merchant_hosts: MerchantHostsTable;
  orders: OrdersTable;
  trackers: TrackersTable;
  scans: ScansTable;
  payloads: PayloadsTable;
  deliveries: DeliveriesTable;
}
