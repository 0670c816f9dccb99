import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Books } from "#lib/db/queries/books.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { ParcelNotIdentified } from "./identify-parcel.ts";
import { readOrderReport } from "./read-order-report.ts";
import { registerTracker } from "./register-tracker.ts";
import { saveOrder } from "./save-order.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { OrderReadContext, WriteContext } from "./verb-context.ts";

export interface ParcelToCreate {
  /** Null to have it detected from the number. */
  carrier: CarrierSlug | null;
  /** In whatever spelling. */
  trackingNumber: string;
}

/** The order that all of them belong to. */
export interface OrderToSave {
  externalId: string;
  customerEmail: string | null;
  /** What is in them, where there is only one. */
  items: { title: string; quantity: number }[];
}

export type CreatedParcel = { kind: "created" | "existing"; tracker: TrackerRecord } | ParcelNotIdentified;

export type CreateParcelsOutcome =
  /** One for each of the parcels, in their order. `advice` is what stands in the way of news. */
  | { kind: "taken"; parcels: CreatedParcel[]; advice: string[] }
  /** The order was refused, and so nothing was done. */
  | { kind: "invalid"; issues: Issue[] };

/** Registers parcels that somebody typed, and puts them into their order; what cannot be identified is left out. */
export async function createParcels(
  ctx: WriteContext & OrderReadContext,
  { caller, parcels, order }: { caller: Books; parcels: readonly ParcelToCreate[]; order: OrderToSave | null },
): Promise<CreateParcelsOutcome> {
  // What is wrong with the order is told before anything has come of its parcels.
  const reading = order && readOrderReport(reportOf(order, []), caller.mode);
  if (reading?.kind === "invalid") return reading;
  const taken: CreatedParcel[] = [];
  const advice = new Set<string>();
  for (const parcel of parcels) {
    const outcome = await registerTracker(ctx, { caller, ...parcel });
    const isTaken = outcome.kind === "created" || outcome.kind === "existing";
    if (isTaken) for (const line of outcome.advice) advice.add(line);
    taken.push(isTaken ? { kind: outcome.kind, tracker: outcome.tracker } : outcome);
  }
  const trackers = taken.flatMap((parcel) => ("tracker" in parcel ? [parcel.tracker] : []));
  if (order && trackers.length > 0) await saveOrder(ctx, { caller, order: reportOf(order, trackers) });
  return { kind: "taken", parcels: taken, advice: [...advice] };
}

function reportOf({ externalId, customerEmail, items }: OrderToSave, trackers: readonly TrackerRecord[]): unknown {
  const lines = items.map(({ title, quantity }) => ({ order_item_id: title.slice(0, 120), title, quantity }));
  const parcels = new Map(
    trackers.map(({ id, tracker: { carrier, trackingNumber } }) => [id, { carrier, tracking_number: trackingNumber }]),
  );
  return {
    external_id: externalId,
    customer_email: customerEmail,
    ...(lines.length > 0 && { line_items: lines }),
    parcels: [...parcels.values()].map((parcel) => ({ ...parcel, ...(lines.length > 0 && parcels.size === 1 && { items: lines }) })),
  };
}
