import type { Platform } from "./platform.ts";

/** A mail tool that has filled in one parcel already: what its template looks like once sent. */
export function fillPlatform(platform: Platform, { carrier, trackingNumber }: { carrier: string; trackingNumber: string }): Platform {
  const nothing = { open: "", close: "" };
  return {
    ...platform,
    carrier,
    number: trackingNumber,
    privateLink: { ...platform.privateLink, placeholder: "#" },
    html: nothing,
    text: nothing,
  };
}
