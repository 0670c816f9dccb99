import { carrierFor } from "#lib/carriers/catalog.ts";
import { describeIssues } from "#lib/contracts/api/describe-issues.ts";
import { orderReportSchema, type ReportedItem, type ReportedParcel } from "#lib/contracts/order-report.ts";
import { readGivenTime } from "#lib/places/read-given-time.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { ItemReport, Mode } from "#lib/tracking/snapshot.ts";
import { identifyParcel, type ParcelNotIdentified } from "./identify-parcel.ts";
import type { ParcelIdentity } from "./new-tracker-row.ts";

/** An order as a shop told it; null is what it left out. */
export interface ToldOrder {
  externalId: string;
  placedAt: Instant | null;
  lineItems: ItemReport[] | null;
  customerEmail: string | null;
  parcels: ToldParcel[];
}

export interface ToldParcel extends ParcelIdentity {
  items: ItemReport[] | null;
  /** Whether items of the parcel that were told before stay beside these. */
  addsItems?: boolean;
  isPrimary: boolean | null;
}

export type OrderReading = { kind: "order"; order: ToldOrder } | { kind: "invalid"; issues: Issue[] };

/** Reads a shop's JSON of an order; paths of issues are as the shop wrote them. */
export function readOrderReport(json: unknown, mode: Mode): OrderReading {
  const parsed = orderReportSchema.safeParse(json);
  if (!parsed.success) return { kind: "invalid", issues: describeIssues(parsed.error) };
  const { external_id, placed_at, line_items, customer_email, parcels } = parsed.data;

  const issues: Issue[] = [];
  const told = new Map<string, ToldParcel>();
  for (const [index, parcel] of (parcels ?? []).entries()) {
    const identity = identifyReported(parcel, mode);
    if (identity.kind !== "parcel") {
      issues.push({ path: `parcels.${index}.carrier`, message: describeDoubt(identity) });
      continue;
    }
    const { carrier, trackingNumber } = identity;
    const key = `${carrier} ${trackingNumber}`;
    if (told.has(key)) issues.push({ path: `parcels.${index}.tracking_number`, message: "is in this order twice" });
    told.set(key, { mode, carrier, trackingNumber, items: mapItems(parcel.items), isPrimary: parcel.primary ?? null });
  }
  if (issues.length > 0) return { kind: "invalid", issues };
  const order = {
    externalId: external_id,
    placedAt: readMoment(placed_at),
    lineItems: mapItems(line_items),
    customerEmail: customer_email ?? null,
    parcels: [...told.values()],
  };
  return { kind: "order", order };
}

function identifyReported({ carrier, tracking_number: trackingNumber }: ReportedParcel, mode: Mode) {
  return identifyParcel({ mode, carrier: carrier ? (carrierFor(carrier)?.slug ?? null) : null, trackingNumber });
}

function describeDoubt(doubt: ParcelNotIdentified): string {
  switch (doubt.kind) {
    case "number_malformed":
      return "cannot be told, as the tracking number is none";
    case "carrier_ambiguous":
      return `must be named: by its number the parcel could be one of ${doubt.candidates.join(", ")}`;
    case "carrier_undetected": {
      const hints = doubt.nearMisses.map(({ carrier, reason }) => ` For ${carrier}: ${reason}`).join("");
      return `must be named: no carrier's numbers look like this one.${hints}`;
    }
  }
}

function mapItems(items: readonly ReportedItem[] | null | undefined): ItemReport[] | null {
  if (items == null) return null;
  return items.map(({ order_item_id, title, sku, quantity }) => ({
    orderItemId: order_item_id,
    title: title || null,
    sku: sku || null,
    quantity: quantity ?? 1,
  }));
}

function readMoment(text: string | null | undefined): Instant | null {
  const given = readGivenTime(text, "offset_is_true");
  return given.kind === "instant" || given.kind === "utc" ? given.utc : null;
}
