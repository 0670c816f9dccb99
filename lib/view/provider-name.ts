import type { ProviderName } from "#lib/tracking/snapshot.ts";

/** Who told us, as people call them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderName, string>> = {
  easypost: "EasyPost",
  shippo: "Shippo",
  shipengine: "ShipEngine",
  shipment_notify: "Order platform",
  push: "Your shop",
};
