export interface ErasureCounts {
  step: "parcels" | "import_rows" | "payloads" | "subscriptions" | "orders" | "done";
  orderCount: number;
  parcelCount: number;
  payloadCount: number;
  importRowCount: number;
}

const STEPS: Readonly<Record<ErasureCounts["step"], string>> = {
  parcels: "Deleting parcels",
  import_rows: "Looking through imported files",
  payloads: "Looking through all that was received",
  subscriptions: "Ending their mails",
  orders: "Deleting orders",
  done: "Done",
};

export const STEP_ORDER = Object.keys(STEPS) as ErasureCounts["step"][];

export const stepWords = (step: ErasureCounts["step"]) => STEPS[step];

const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** "2 orders, 3 parcels, 12 raw payloads" */
export function goneWords({ orderCount, parcelCount, payloadCount, importRowCount }: ErasureCounts): string {
  return [
    some(orderCount, "order", "orders"),
    some(parcelCount, "parcel", "parcels"),
    some(payloadCount, "raw payload", "raw payloads"),
    ...(importRowCount > 0 ? [some(importRowCount, "row of a file", "rows of files")] : []),
  ].join(", ");
}
