import type { Issue } from "#lib/shared/issue.ts";
import type { Mode, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { identifyParcel } from "../identify-parcel.ts";
import { invalid, parsePayload } from "../parse-payload.ts";
import type { Provider } from "../provider.ts";
import { mapParcel } from "./map.ts";
import { listParcels } from "./parcels.ts";
import { headSchema, shipmentNotifySchema } from "./schema.ts";
import { verifyShipmentNotifyWebhook } from "./signature.ts";

/** Reads the order platform's webhook: one payload, every parcel of the order. One that nobody can read does not hold up the others. */
export const shipmentNotify: Provider = {
  name: "shipment_notify",
  readDeliveryKey(json) {
    const head = parsePayload(headSchema, json);
    return head.kind === "parsed" ? head.payload.event.uuid : null;
  },
  secrets: ["token"],
  verifyWebhook: verifyShipmentNotifyWebhook,
  client: null,
  read(json, options = {}) {
    const head = parsePayload(headSchema, json);
    if (head.kind === "invalid") return head;
    const { name } = head.payload.event;
    if (name === null) return invalid("event.name", "missing: expected shipment_notify");
    if (name !== "shipment_notify") return { kind: "ignored", reason: `platform webhook ${name}` };
    const parsed = parsePayload(shipmentNotifySchema, json);
    if (parsed.kind === "invalid") return parsed;

    const { event, data } = parsed.payload;
    if (data.order_id === null) return invalid("data.order_id", "missing: a shipment belongs to an order");
    const parcels = listParcels(parsed.payload);
    if (parcels.length === 0) return invalid("data.trackings", "missing: a shipment has at least one parcel");

    const mode: Mode = data.test_order === null ? (options.mode ?? "production") : data.test_order ? "test" : "production";
    const snapshots: TrackerSnapshot[] = [];
    const issues: Issue[] = [];
    for (const parcel of parcels) {
      const identity = identifyParcel("easypost", parcel.carrier, parcel.number);
      if (identity.kind === "invalid") issues.push(...identity.issues);
      else snapshots.push(mapParcel(parsed.payload, parcel, { ...identity, mode, externalId: data.order_id }));
    }
    if (snapshots.length === 0) return { kind: "invalid", issues };
    return { kind: "snapshots", snapshots, deliveryKey: event.uuid, ...(issues.length > 0 && { unread: issues }) };
  },
};
