import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { easypost } from "./easypost/index.ts";
import type { Provider } from "./provider.ts";
import { push } from "./push/index.ts";
import { shipengine } from "./shipengine/index.ts";
import { shipmentNotify } from "./shipment-notify/index.ts";
import { shippo } from "./shippo/index.ts";

export const providers: Record<ProviderName, Provider> = {
  easypost,
  shippo,
  shipengine,
  shipment_notify: shipmentNotify,
  push,
};
