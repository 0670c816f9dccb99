import { type Carrier, type CarrierSlug, carrierFor, findCarrier } from "./catalog.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

export const PATH_FORMS = ["page", "json", "png", "ics", "atom"] as const;
export type PathForm = (typeof PATH_FORMS)[number];

export type TrackingPath =
  | { readonly kind: "canonical"; readonly carrier: Carrier; readonly trackingNumber: string; readonly form: PathForm }
  /** The same parcel in another spelling; `buildTrackingPath` gives the address to redirect to. */
  | { readonly kind: "redirect"; readonly carrier: Carrier; readonly trackingNumber: string; readonly form: PathForm }
  | { readonly kind: "unknown_carrier"; readonly word: string }
  | { readonly kind: "malformed_number"; readonly carrier: Carrier };

const WITH_EXTENSION = /^(?<stem>.*)\.(?<extension>json|png|ics|atom)$/is;

function splitExtension(segment: string): { stem: string; form: PathForm } {
  const { stem, extension } = WITH_EXTENSION.exec(segment)?.groups ?? {};
  return stem === undefined || extension === undefined
    ? { stem: segment, form: "page" }
    : { stem, form: extension.toLowerCase() as PathForm };
}

const lastSegment = (trackingNumber: string, form: PathForm): string => (form === "page" ? trackingNumber : `${trackingNumber}.${form}`);

/** Reads the two segments of a tracking address as the router gives them: percent-decoded once. Never throws. */
export function parseTrackingPath(segments: { carrier: string; trackingNumber: string }): TrackingPath {
  const carrier = findCarrier(segments.carrier) ?? carrierFor(segments.carrier);
  if (!carrier) return { kind: "unknown_carrier", word: segments.carrier };
  const { stem, form } = splitExtension(segments.trackingNumber);
  const trackingNumber = normalizeTrackingNumber(stem);
  if (trackingNumber === null) return { kind: "malformed_number", carrier };
  const isCanonical = segments.carrier === carrier.slug && segments.trackingNumber === lastSegment(trackingNumber, form);
  return { kind: isCanonical ? "canonical" : "redirect", carrier, trackingNumber, form };
}

/** The canonical address of a normalized number, below the merchant's root: `/usps/9405511899223197428490.json`. */
export function buildTrackingPath(carrier: CarrierSlug, trackingNumber: string, form: PathForm = "page"): string {
  return `/${carrier}/${lastSegment(trackingNumber, form)}`;
}
