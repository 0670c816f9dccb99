import { findCarrier } from "#lib/carriers/catalog.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { ImportPlan } from "./import-plan.ts";
import { type Draft, previewRows } from "./preview-import.ts";

const SHOWN = 8;

/** A row as it would be taken in, in words; `problem` where it would not. */
export interface PreviewRow {
  number: number;
  parcel: {
    numberText: string;
    carrierName: string;
    order: string | null;
    email: string | null;
    orderedOn: string | null;
    item: string | null;
  } | null;
  problem: string | null;
}

export interface PreviewView {
  rows: PreviewRow[];
  /** How many of the rows that were looked at would not be taken in, and of how many. */
  failed: number;
  looked: number;
}

export function buildPreviewView(draft: Pick<Draft, "import" | "samples">, plan: ImportPlan): PreviewView {
  const readings = previewRows(draft, plan);
  const rows = readings.slice(0, SHOWN).map((reading): PreviewRow => {
    if (reading.kind === "failed") return { number: reading.number, parcel: null, problem: reading.problem };
    const { carrier, trackingNumber } = reading.parcel;
    const [item] = reading.order?.items ?? [];
    const parcel = {
      numberText: groupTrackingNumber(carrier, trackingNumber),
      carrierName: findCarrier(carrier)?.shortName ?? carrier,
      order: reading.order?.externalId ?? null,
      email: reading.order?.customerEmail ?? null,
      orderedOn: reading.order?.placedAt?.slice(0, 10) ?? null,
      item: item ? `${item.quantity} × ${item.title ?? item.sku}` : null,
    };
    return { number: reading.number, parcel, problem: null };
  });
  return { rows, failed: readings.filter(({ kind }) => kind === "failed").length, looked: readings.length };
}
