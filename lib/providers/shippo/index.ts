import type { Mode } from "#lib/tracking/snapshot.ts";
import { identifyParcel } from "../identify-parcel.ts";
import { parsePayload } from "../parse-payload.ts";
import type { Provider, ProviderReading } from "../provider.ts";
import { shippoClient } from "./client.ts";
import { mapTrack } from "./map.ts";
import { headSchema, type ShippoTrack, trackSchema, webhookSchema } from "./schema.ts";
import { verifyShippoWebhook } from "./signature.ts";

/** The carrier of Shippo's mock numbers, `SHIPPO_TRANSIT` and its like: test mode wherever it turns up. */
const MOCK_CARRIER = "shippo";

/** Reads a Track by itself, or inside the `track_updated` webhook. Shippo's webhooks have no id of their own. */
export const shippo: Provider = {
  name: "shippo",
  readDeliveryKey: () => null,
  secrets: ["token", "webhookSecret", "apiKey"],
  verifyWebhook: verifyShippoWebhook,
  client: shippoClient,
  read(json, options = {}) {
    const head = parsePayload(headSchema, json);
    if (head.kind === "invalid") return head;
    const { event } = head.payload;
    if (event === null) {
      const track = parsePayload(trackSchema, json);
      return track.kind === "invalid" ? track : toReading(track.payload, "", readMode(track.payload.test) ?? options.mode);
    }
    if (event !== "track_updated") return { kind: "ignored", reason: `Shippo webhook ${event}` };
    const webhook = parsePayload(webhookSchema, json);
    if (webhook.kind === "invalid") return webhook;
    const { data, test } = webhook.payload;
    return toReading(data, "data.", readMode(test) ?? readMode(data.test) ?? options.mode);
  },
};

function toReading(track: ShippoTrack, at: string, mode: Mode | undefined): ProviderReading {
  const parcel = identifyParcel(
    "shippo",
    { word: track.carrier, path: `${at}carrier` },
    { word: track.tracking_number, path: `${at}tracking_number` },
  );
  if (parcel.kind === "invalid") return parcel;
  const snapshot = mapTrack(track, { ...parcel, mode: track.carrier === MOCK_CARRIER ? "test" : (mode ?? "production") });
  return { kind: "snapshots", snapshots: [snapshot], deliveryKey: null };
}

function readMode(test: boolean | null): Mode | null {
  return test === null ? null : test ? "test" : "production";
}
