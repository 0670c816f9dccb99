import Link from "next/link";
import type { Status } from "#lib/tracking/status.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface Item {
  key: string;
  title: string;
  quantity: number;
}

export interface OrderLines {
  number: string;
  /** Where its other parcels are listed. */
  href: string;
  email: string | null;
  placedAt: MomentText | null;
  /** Of the order, in this parcel, and in none yet. */
  items: readonly Item[];
  inParcel: readonly Item[];
  parcels: readonly { id: string; href: string; number: string; carrier: string; status: Status; isThis: boolean }[];
}

export function OrderPanel({ order }: { order: OrderLines | null }) {
  if (order === null) {
    return (
      <Panel>
        <EmptyState icon="box" title="No order is known">
          Tell the order by the API, or in the file you import, and its items and other parcels show up here and on the private page.
        </EmptyState>
      </Panel>
    );
  }
  const { number, href, email, placedAt, items, inParcel, parcels } = order;
  return (
    <div className="grid gap-4">
      <Panel title={`Order ${number}`}>
        <Facts
          rows={[
            { label: "Placed", value: placedAt ? <Moment moment={placedAt} /> : "Not told" },
            { label: "Shopper’s e-mail", value: email ?? "Not told" },
            { label: "In this parcel", value: <Items items={inParcel} none="Not told" /> },
            { label: "In the order", value: <Items items={items} none="Not told" /> },
          ]}
        />
      </Panel>
      <Panel
        title={parcels.length === 1 ? "Its only parcel" : `Its ${parcels.length} parcels`}
        actions={<Link href={href}>Show in the list</Link>}
        isFlush
      >
        <ul>
          {parcels.map((parcel) => (
            <li
              key={parcel.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-4 py-3 first:border-t-0 sm:px-5"
            >
              {parcel.isThis ? (
                <span className="font-medium tabular-nums">{parcel.number}</span>
              ) : (
                <Link href={parcel.href} prefetch={false} className="font-medium tabular-nums">
                  {parcel.number}
                </Link>
              )}
              <span className="text-muted">{parcel.carrier}</span>
              <StatusBadge status={parcel.status} />
              {parcel.isThis && <Badge tone="info">This one</Badge>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Items({ items, none }: { items: readonly Item[]; none: string }) {
  if (items.length === 0) return none;
  return (
    <ul className="grid gap-0.5">
      {items.map(({ key, title, quantity }) => (
        <li key={key}>
          {quantity} × {title}
        </li>
      ))}
    </ul>
  );
}
