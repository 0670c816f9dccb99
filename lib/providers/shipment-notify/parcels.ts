import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { VendorField } from "../identify-parcel.ts";
import type { ShipmentNotify, ShippedItem } from "./schema.ts";

export interface ToldParcel {
  number: VendorField;
  carrier: VendorField;
  status: string | null;
  items: ShippedItem[];
  primary: boolean;
}

/**
 * The order's parcels, with the one the event is about merged in by its number:
 * the event's own word is the news, the order's list holds what the event leaves out.
 */
export function listParcels({ event, data }: ShipmentNotify): ToldParcel[] {
  const listed = data.trackings.map(
    (tracking, index): ToldParcel => ({
      number: { word: tracking.tracking_number, path: `data.trackings.${index}.tracking_number` },
      carrier: { word: tracking.carrier, path: `data.trackings.${index}.carrier` },
      status: tracking.status,
      items: tracking.shipped_items,
      primary: tracking.primary === true,
    }),
  );
  if (event.tracking === null) return listed;

  const news: ToldParcel = {
    number: { word: event.tracking.tracking_number, path: "event.tracking.tracking_number" },
    carrier: { word: event.tracking.carrier_code, path: "event.tracking.carrier_code" },
    status: event.tracking.tracking_status,
    items: event.tracking.shipped_items,
    primary: listed.length === 0,
  };
  const key = numberKey(news);
  if (!listed.some((parcel) => numberKey(parcel) === key)) return [...listed, news];
  return listed.map((parcel) => (numberKey(parcel) === key ? mergeNews(parcel, news) : parcel));
}

function mergeNews(parcel: ToldParcel, news: ToldParcel): ToldParcel {
  return {
    number: parcel.number,
    carrier: parcel.carrier.word === null ? news.carrier : parcel.carrier,
    status: news.status ?? parcel.status,
    items: parcel.items.length === 0 ? news.items : parcel.items,
    primary: parcel.primary,
  };
}

function numberKey(parcel: ToldParcel): string | null {
  return parcel.number.word === null ? null : (normalizeTrackingNumber(parcel.number.word) ?? parcel.number.word);
}
