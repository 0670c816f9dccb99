import { headline } from "#lib/view/headline.ts";
import type { Redacted } from "#lib/view/redact.ts";
import { speakOf } from "#lib/view/speak-of.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import type { JsonLd } from "./draw-json-ld.ts";

type Facts = { readonly [name: string]: JsonLd | null };

/** The parcel as schema.org's `ParcelDelivery`: what is known, and no more. A mail goes to the recipient, so the input may be private. */
export function parcelDelivery(input: TrackingViewInput, trackingUrl: string): JsonLd {
  const { parcel, voice } = speakOf(input);
  const { tracker, carrierName } = parcel;
  return {
    "@context": "https://schema.org",
    "@type": "ParcelDelivery",
    trackingNumber: tracker.trackingNumber,
    trackingUrl,
    carrier: carrierName === null ? null : { "@type": "Organization", name: carrierName },
    deliveryStatus: { "@type": "DeliveryEvent", name: headline(parcel, voice) },
    ...expectedArrival(parcel),
    deliveryAddress: deliveryAddress(parcel),
    itemShipped: itemsShipped(parcel),
    partOfOrder: order(parcel),
  };
}

/** As promised: a day, or a clock at the destination; nobody knows its offset, so none is made up. */
function expectedArrival({ tracker: { estimatedDelivery: promise, status, isFinal } }: Redacted): Facts {
  if (promise === null || isFinal || status === "return_to_sender") return {};
  const at = (clock: string | null) => (clock === null ? promise.on : `${promise.on}T${clock.slice(0, 5)}:00`);
  return { expectedArrivalFrom: at(promise.from), expectedArrivalUntil: at(promise.until) };
}

function deliveryAddress({ tracker: { destination } }: Redacted): JsonLd | null {
  const { city = null, region = null, postalCode = null, country = null } = destination ?? {};
  const parts = { addressLocality: city, addressRegion: region, postalCode, addressCountry: country };
  return Object.values(parts).every((part) => part === null) ? null : { "@type": "PostalAddress", ...parts };
}

/** A parcel's items are often told by the lines of its order alone. */
function itemsShipped({ order }: Redacted): JsonLd | null {
  const lines = new Map(order?.lineItems.map((line) => [line.orderItemId, line]));
  const items = order?.parcels.find(({ isCurrent }) => isCurrent)?.items ?? [];
  const products = items.flatMap(({ orderItemId, title, sku }) => {
    const line = lines.get(orderItemId);
    const name = title ?? line?.title ?? null;
    return name === null ? [] : [{ "@type": "Product", name, sku: sku ?? line?.sku ?? null }];
  });
  return products.length === 0 ? null : products;
}

function order({ order, merchant: { brand } }: Redacted): JsonLd {
  return {
    "@type": "Order",
    orderNumber: order?.externalId ?? null,
    merchant: { "@type": "Organization", name: brand.name, url: brand.homeUrl },
  };
}
