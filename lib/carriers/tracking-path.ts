import { splitMangledPath } from "#lib/shared/mangled-link.ts";
import { type Carrier, type CarrierSlug, carrierFor, findCarrier } from "./catalog.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

export const PATH_FORMS = ["page", "json", "png", "ics", "atom"] as const;
/** The embed's address says so in front, `/embed/usps/…`; the others' behind, by an extension. */
export type PathForm = (typeof PATH_FORMS)[number] | "embed";

export type TrackingPath =
  | { readonly kind: "canonical"; readonly carrier: Carrier; readonly trackingNumber: string; readonly form: PathForm }
  /** The same parcel in another spelling, or mangled on its way; `buildTrackingPath` gives the address to redirect to. */
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

const lastSegment = (trackingNumber: string, form: PathForm): string =>
  form === "page" || form === "embed" ? trackingNumber : `${trackingNumber}.${form}`;

interface PathSegments {
  carrier: string;
  trackingNumber: string;
  /** The two stood below `embed/`. */
  isEmbed?: boolean;
}

/** Reads the segments of a tracking address as the router gives them: percent-decoded once. Never throws. */
export function parseTrackingPath(segments: PathSegments): TrackingPath {
  const { carrier: word } = segments;
  // Mail tools write a space as `+`, as in a form; of a name that truly has one nothing is left to read.
  const carrier = findCarrier(word) ?? carrierFor(word) ?? carrierFor(word.replaceAll("+", " "));
  if (!carrier) return { kind: "unknown_carrier", word };
  const { stem, form } = segments.isEmbed
    ? { stem: segments.trackingNumber, form: "embed" as const }
    : splitExtension(splitMangledPath(segments.trackingNumber).path);
  const trackingNumber = normalizeTrackingNumber(stem);
  if (trackingNumber === null) return { kind: "malformed_number", carrier };
  const isCanonical = word === carrier.slug && segments.trackingNumber === lastSegment(trackingNumber, form);
  return { kind: isCanonical ? "canonical" : "redirect", carrier, trackingNumber, form };
}

/** The canonical address of a normalized number, below the merchant's root: `/usps/9405511899223197428490.json`. */
export function buildTrackingPath(carrier: CarrierSlug, trackingNumber: string, form: PathForm = "page"): string {
  return `${form === "embed" ? "/embed" : ""}/${carrier}/${lastSegment(trackingNumber, form)}`;
}
