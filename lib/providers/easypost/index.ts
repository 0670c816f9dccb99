import type { Mode } from "#lib/tracking/snapshot.ts";
import { identifyParcel } from "../identify-parcel.ts";
import { parsePayload } from "../parse-payload.ts";
import type { Provider, ProviderReading } from "../provider.ts";
import { easypostClient } from "./client.ts";
import { mapTracker } from "./map.ts";
import { type EasyPostTracker, eventSchema, headSchema, trackerSchema } from "./schema.ts";
import { verifyEasyPostWebhook } from "./signature.ts";

/** Reads a Tracker by itself, or inside the Event that a webhook delivers. */
export const easypost: Provider = {
  name: "easypost",
  readDeliveryKey(json) {
    const head = parsePayload(headSchema, json);
    return head.kind === "parsed" && head.payload.object === "Event" ? head.payload.id : null;
  },
  secrets: ["webhookSecret", "apiKey"],
  verifyWebhook: verifyEasyPostWebhook,
  client: easypostClient,
  read(json, options = {}) {
    const head = parsePayload(headSchema, json);
    if (head.kind === "invalid") return head;
    const { object, description, result } = head.payload;
    if (object === "Event" || result) {
      const isAboutTracker = result?.object ? result.object === "Tracker" : (description?.startsWith("tracker.") ?? true);
      return isAboutTracker
        ? readEvent(json, options.mode)
        : { kind: "ignored", reason: `EasyPost event ${description ?? result?.object}` };
    }
    if (object !== null && object !== "Tracker") return { kind: "ignored", reason: `EasyPost ${object}` };
    return readTracker(json, options.mode);
  },
};

function readEvent(json: unknown, mode: Mode | undefined): ProviderReading {
  const event = parsePayload(eventSchema, json);
  if (event.kind === "invalid") return event;
  const { id, result, previous_attributes } = event.payload;
  return toReading(result, {
    mode: readMode(result.mode) ?? readMode(event.payload.mode) ?? mode ?? "production",
    at: "result.",
    previousStatus: previous_attributes?.status ?? null,
    deliveryKey: id,
  });
}

function readTracker(json: unknown, mode: Mode | undefined): ProviderReading {
  const tracker = parsePayload(trackerSchema, json);
  if (tracker.kind === "invalid") return tracker;
  return toReading(tracker.payload, {
    mode: readMode(tracker.payload.mode) ?? mode ?? "production",
    at: "",
    previousStatus: null,
    deliveryKey: null,
  });
}

function toReading(
  tracker: EasyPostTracker,
  { mode, at, previousStatus, deliveryKey }: { mode: Mode; at: string; previousStatus: string | null; deliveryKey: string | null },
): ProviderReading {
  const parcel = identifyParcel(
    "easypost",
    { word: tracker.carrier, path: `${at}carrier` },
    { word: tracker.tracking_code, path: `${at}tracking_code` },
  );
  if (parcel.kind === "invalid") return parcel;
  return { kind: "snapshots", snapshots: [mapTracker(tracker, { ...parcel, mode, previousStatus })], deliveryKey };
}

function readMode(word: string | null): Mode | null {
  return word === "test" || word === "production" ? word : null;
}
