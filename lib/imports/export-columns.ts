import type { ListedParcel } from "#lib/shipments/search-parcels.ts";
import type { EventTime } from "#lib/tracking/event-time.ts";

/** What links lead to a parcel; the private one is a secret. */
export interface ParcelLinks {
  publicLink: string;
  privateLink: string;
}

interface ExportColumn {
  /** Imports know the same names. */
  name: string;
  description: string;
  cell: (parcel: ListedParcel, links: ParcelLinks) => string | null;
}

/** The columns of an exported list of parcels, in their order. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { name: "Tracking number", description: "Without spaces.", cell: ({ tracker }) => tracker.trackingNumber },
  { name: "Carrier", description: "As in addresses: usps, dhl_express.", cell: ({ tracker }) => tracker.carrier },
  { name: "Order number", description: "Your own number of the order.", cell: ({ orderNumber }) => orderNumber },
  { name: "Status", description: "One of ten, such as in_transit.", cell: ({ tracker }) => tracker.status },
  { name: "Detail", description: "The finer word, such as departed_facility.", cell: ({ tracker }) => tracker.substatus },
  { name: "Expected on", description: "The day the carrier promises.", cell: ({ tracker }) => tracker.estimatedDelivery?.on ?? null },
  {
    name: "Delivered",
    description: "Local time, as exactly as the carrier said.",
    cell: ({ tracker }) => localText(tracker.deliveredTime),
  },
  { name: "Last scan", description: "The carrier’s own words.", cell: ({ tracker }) => tracker.scans[0]?.message ?? null },
  { name: "Last news", description: "When the carrier last changed its picture, UTC.", cell: ({ tracker }) => tracker.newsAt },
  { name: "Registered", description: "When it came to us, UTC.", cell: ({ createdAt }) => createdAt },
  { name: "Link", description: "The page that everybody may see.", cell: (_, { publicLink }) => publicLink },
];

/** Only where somebody asks for it: whoever has it sees the order. */
export const PRIVATE_LINK_COLUMN: ExportColumn = {
  name: "Private link",
  description: "The page with the order on it, for the shopper.",
  cell: (_, { privateLink }) => privateLink,
};

function localText(time: EventTime | null): string | null {
  switch (time?.kind) {
    case "instant":
    case "local":
      return time.local;
    case "day":
      return time.day;
    default:
      return null;
  }
}
