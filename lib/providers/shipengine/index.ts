import { identifyParcel } from "../identify-parcel.ts";
import { parsePayload } from "../parse-payload.ts";
import type { Provider, ProviderReading, ReadOptions } from "../provider.ts";
import { carrierInAddress } from "./carrier-in-address.ts";
import { shipengineClient } from "./client.ts";
import { mapTracking } from "./map.ts";
import { headSchema, type ShipEngineTracking, trackingSchema, webhookSchema } from "./schema.ts";
import { verifyShipEngineWebhook } from "./signature.ts";

const TRACKING_TYPES: ReadonlySet<string> = new Set(["API_TRACK", "TRACK_EVENT_V2"]);

/** Reads tracking information by itself, or inside its webhook. Neither says its mode, nor has an id of its own. */
export const shipengine: Provider = {
  name: "shipengine",
  readDeliveryKey: () => null,
  secrets: ["token", "acceptPublishedKeys", "apiKey"],
  verifyWebhook: verifyShipEngineWebhook,
  client: shipengineClient,
  read(json, options = {}) {
    const head = parsePayload(headSchema, json);
    if (head.kind === "invalid") return head;
    const { resource_type: type, resource_url: address } = head.payload;
    if (type === null && address === null) {
      const tracking = parsePayload(trackingSchema, json);
      return tracking.kind === "invalid" ? tracking : toReading(tracking.payload, { at: "", address: null, options });
    }
    if (type !== null && !TRACKING_TYPES.has(type)) return { kind: "ignored", reason: `ShipEngine webhook ${type}` };
    const webhook = parsePayload(webhookSchema, json);
    return webhook.kind === "invalid" ? webhook : toReading(webhook.payload.data, { at: "data.", address, options });
  },
};

function toReading(
  tracking: ShipEngineTracking,
  { at, address, options }: { at: string; address: string | null; options: ReadOptions },
): ProviderReading {
  const carrier = tracking.carrier_code ?? carrierInAddress(address) ?? carrierInAddress(tracking.links?.self?.href ?? null);
  const parcel = identifyParcel(
    "shipengine",
    { word: carrier, path: `${at}carrier_code` },
    { word: tracking.tracking_number, path: `${at}tracking_number` },
  );
  if (parcel.kind === "invalid") return parcel;
  return { kind: "snapshots", snapshots: [mapTracking(tracking, { ...parcel, mode: options.mode ?? "production" })], deliveryKey: null };
}
