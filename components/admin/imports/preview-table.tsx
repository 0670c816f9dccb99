import { Icon } from "../ui/icon.tsx";

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

export interface Preview {
  rows: readonly PreviewRow[];
  failed: number;
  looked: number;
}

/** The first rows of a file by its plan: what each would become, or why it would not. */
export function PreviewTable({ preview }: { preview: Preview | null }) {
  if (preview === null) return <p className="px-5 py-4 text-muted">Choose the column with the tracking numbers to see them here.</p>;
  return (
    <ol className="divide-y divide-line">
      {preview.rows.map(({ number, parcel, problem }) => (
        <li key={number} className="grid grid-cols-[3.5rem_1fr] gap-3 px-4 py-2.5 sm:px-5">
          <span className="text-muted text-sm tabular-nums leading-6">Row {number}</span>
          {parcel ? (
            <div className="grid min-w-0 gap-0.5">
              <p>
                <span className="font-medium font-mono text-[0.9375rem]">{parcel.numberText}</span>{" "}
                <span className="text-muted">{parcel.carrierName}</span>
              </p>
              <OrderLine {...parcel} />
            </div>
          ) : (
            <p className="flex items-start gap-2 text-bad">
              <Icon name="alert" className="mt-1" />
              <span className="min-w-0">{problem}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function OrderLine({ order, email, orderedOn, item }: NonNullable<PreviewRow["parcel"]>) {
  if (order === null) return null;
  const facts = [`Order ${order}`, email, orderedOn, item].filter((fact) => fact !== null);
  return <p className="text-muted text-sm">{facts.join(" · ")}</p>;
}
