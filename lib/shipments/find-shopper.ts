import type { Database } from "#lib/db/engine/database.ts";
import { countPayloadsAbout, listOrdersOf, listParcelsOf, type ShopperKey } from "#lib/db/queries/erasures.ts";
import { countSubscriptionsOfAddresses } from "#lib/db/queries/subscriptions.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { emailDigest, readCustomerEmail } from "./customer-email.ts";
import type { Sought } from "./erasure.ts";

/** Nobody has more: an address with more is the shop's own, say, which stands in for many. */
const MOST_ORDERS = 500;
const MOST_PARCELS = 2000;

export interface FindShopperContext {
  db: Database;
  vault: Pick<Vault, "open" | "digest">;
}

export interface FoundShopper {
  sought: Sought;
  orderNumbers: string[];
  parcels: Pick<TrackersTable, "id" | "mode" | "carrier" | "tracking_number" | "status">[];
  /** Raw payloads that tell of one of the parcels alone. */
  payloadCount: number;
  /** Parcels whose news is mailed to them, whoever's they are. */
  subscriptionCount: number;
  /** Found by an order's number: the address that goes with it, where one is known. */
  email: string | null;
}

export type FindShopperOutcome = ({ kind: "found" } & FoundShopper) | { kind: "not_found" } | { kind: "too_many" };

/** Everything of one shopper, in both modes: by their whole e-mail address, or by the whole number of an order. */
export async function findShopper(
  ctx: FindShopperContext,
  { merchantId, query }: { merchantId: MerchantId; query: string },
): Promise<FindShopperOutcome> {
  const text = query.trim();
  const db = ctx.db.kysely;
  const key = readShopperKey(ctx, text);
  const orders = await listOrdersOf(db, { merchantId, key }, MOST_ORDERS + 1);
  const isByEmail = "emailDigest" in key;
  const addressDigests = subscriptionDigests(ctx, { merchantId, emails: isByEmail ? [text] : [] });
  const subscriptionCount = await countSubscriptionsOfAddresses(db, { merchantId, channel: "email", addressDigests });
  if (orders.length === 0 && subscriptionCount === 0) return { kind: "not_found" };
  const parcels = await listParcelsOf(db, { merchantId, key }, MOST_PARCELS + 1);
  if (orders.length > MOST_ORDERS || parcels.length > MOST_PARCELS) return { kind: "too_many" };

  const emails = [...new Set(orders.map((order) => readCustomerEmail(ctx, order)).filter((email) => email !== null))];
  const orderNumbers = [...new Set(orders.map((order) => order.external_id))];
  const trackingNumbers = [...new Set(parcels.map((parcel) => parcel.tracking_number))];
  return {
    kind: "found",
    // By one order, its shopper stays in the others.
    sought: { key, traces: { emails: isByEmail ? [...emails, text] : [], orderNumbers, trackingNumbers } },
    orderNumbers,
    parcels,
    payloadCount: await countPayloadsAbout(
      db,
      parcels.map(({ id }) => id),
    ),
    subscriptionCount,
    email: isByEmail ? null : (emails[0] ?? null),
  };
}

export function subscriptionDigests(
  ctx: { vault: Pick<Vault, "digest"> },
  { merchantId, emails }: { merchantId: MerchantId; emails: readonly string[] },
): string[] {
  return [...new Set(emails.map((address) => addressDigest(ctx, { merchantId, channel: "email", address })))];
}

function readShopperKey(ctx: FindShopperContext, text: string): ShopperKey {
  if (text.includes("@")) return { emailDigest: emailDigest(ctx, text) };
  const bare = text.replace(/^#/, "");
  return { orderNumbers: [bare, `#${bare}`] };
}
