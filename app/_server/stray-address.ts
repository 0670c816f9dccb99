import { splitMangledPath } from "#lib/shared/mangled-link.ts";
import type { TrackingAddress } from "./find-parcel.ts";

/** A parcel's address that the router did not see as one: its first word in capitals, or its slashes encoded. */
export function readStrayAddress(path: string): TrackingAddress | null {
  const segments = splitMangledPath(path)
    .path.split("/")
    .filter((segment) => segment !== "");
  const hasMerchant = segments.length === 4 && segments[0]?.toLowerCase() === "tracking";
  if (!hasMerchant && segments.length !== 2) return null;
  const [carrier = "", trackingNumber = ""] = segments.slice(-2);
  return { merchant: hasMerchant ? (segments[1] ?? "") : null, carrier, trackingNumber };
}
