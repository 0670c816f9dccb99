import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { ItemView, OrderView, ParcelLinkView } from "#lib/view/tracking-view.ts";

export function Order({ order }: { order: OrderView }) {
  return (
    <Card id="order" heading={order.heading}>
      {order.items.length > 0 && <Items items={order.items} />}
      {order.parcels.length > 1 && (
        <>
          <h3>{order.parcelsHeading}</h3>
          <ul className="parcels">
            {order.parcels.map((parcel) => (
              <li key={parcel.href}>
                <ParcelLink parcel={parcel} />
              </li>
            ))}
          </ul>
        </>
      )}
      {order.stillToShip.length > 0 && (
        <>
          <h3>{order.stillToShipHeading}</h3>
          <Items items={order.stillToShip} />
        </>
      )}
    </Card>
  );
}

function Items({ items }: { items: readonly ItemView[] }) {
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.title + item.quantity}>
          <span className="item-tile">
            <Icon name="box" />
          </span>
          <span className="min-w-0">
            <bdi>{item.title}</bdi>
            <small>{item.quantity}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function ParcelLink({ parcel }: { parcel: ParcelLinkView }) {
  return (
    <a className="parcel" href={parcel.href} aria-current={parcel.isCurrent ? "page" : undefined}>
      <span className="min-w-0 grow">
        <span className="block font-semibold">{parcel.label}</span>
        <small>{parcel.statusText}</small>
      </span>
      <Icon name={parcel.isCurrent ? "check" : "chevron"} />
    </a>
  );
}
