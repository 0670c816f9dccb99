import Link from "next/link";
import type { Status } from "#lib/tracking/status.ts";
import type { DeliveryText } from "#lib/view/console-parcel.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

export interface ParcelLine {
  id: string;
  href: string;
  /** Grouped for the eye. */
  number: string;
  carrier: string;
  orderNumber: string | null;
  status: Status;
  /** What the shopper's page says. */
  headline: string;
  /** What the shop should do; null where nothing. */
  toDo: string | null;
  delivery: DeliveryText | null;
  lastNews: MomentText | null;
  /** Who told the news, and which source is asked. */
  toldBy: string;
  isWatched: boolean;
}

export function ParcelTable({ lines }: { lines: readonly ParcelLine[] }) {
  return (
    <DataTable
      caption="Parcels"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "parcel", header: "Parcel", isMain: true, cell: Parcel },
        { key: "status", header: "Status", cell: Standing },
        { key: "now", header: "What now", cell: WhatNow },
        { key: "delivery", header: "Delivery", cell: ({ delivery }) => <Delivery delivery={delivery} /> },
        { key: "news", header: "Last news", cell: LastNews },
      ]}
    />
  );
}

function Parcel({ href, number, carrier, orderNumber }: ParcelLine) {
  return (
    <div className="grid gap-0.5">
      <Link href={href} prefetch={false} className="w-fit font-medium tabular-nums sm:whitespace-nowrap">
        {number}
      </Link>
      <span className="font-normal text-muted text-sm">{orderNumber === null ? carrier : `${carrier}, order ${orderNumber}`}</span>
    </div>
  );
}

const Standing = ({ status }: ParcelLine) => (
  <span className="whitespace-nowrap">
    <StatusBadge status={status} />
  </span>
);

function WhatNow({ headline, toDo, isWatched }: ParcelLine) {
  return (
    <div className="grid max-w-prose gap-0.5">
      <span>{headline}</span>
      {toDo && (
        <span className="flex items-start gap-1.5 text-sm text-warn">
          <Icon name="alert" className="mt-0.5" />
          {toDo}
        </span>
      )}
      {!isWatched && <span className="text-muted text-sm">Not followed any more</span>}
    </div>
  );
}

/** On two lines where it stands in a column. */
export function Delivery({ delivery, isInline = false }: { delivery: DeliveryText | null; isInline?: boolean }) {
  if (delivery === null) return <span className="text-muted">No date</span>;
  const { label, text, isLate } = delivery;
  return (
    <span className={isInline ? "" : "sm:grid"}>
      <span className={`text-sm ${isLate ? "text-warn" : "text-muted"}`}>{label} </span>
      <span className="whitespace-nowrap">{text}</span>
    </span>
  );
}

function LastNews({ lastNews, toldBy }: ParcelLine) {
  return (
    <span className="sm:grid">
      {lastNews ? <Moment moment={lastNews} /> : <span className="text-muted">None yet</span>}
      <span className="text-muted text-sm"> {toldBy}</span>
    </span>
  );
}
