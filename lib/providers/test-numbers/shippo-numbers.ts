import type { ShippoTestNumber } from "#lib/carriers/test-numbers.ts";
import type { ShippoStatus, ShippoSubstatusCode } from "#lib/contracts/dialects/shippo.ts";
import type { Stage } from "./stage.ts";
import { shippoTrack } from "./vendor-payloads.ts";

const SHIPPO_STORIES: Readonly<Record<ShippoTestNumber, readonly [status: ShippoStatus, substatus: ShippoSubstatusCode, message: string]>> =
  {
    SHIPPO_PRE_TRANSIT: ["PRE_TRANSIT", "information_received", "The carrier has been told of the parcel"],
    SHIPPO_TRANSIT: ["TRANSIT", "package_departed", "Your shipment has left its origin"],
    SHIPPO_DELIVERED: ["DELIVERED", "delivered", "Your shipment has been delivered"],
    SHIPPO_RETURNED: ["RETURNED", "return_to_sender", "Your shipment is going back to the sender"],
    SHIPPO_FAILURE: ["FAILURE", "package_undeliverable", "Your shipment could not be delivered"],
    SHIPPO_UNKNOWN: ["UNKNOWN", "other", "The carrier has not found the parcel"],
  };

/** The webhook that Shippo sends for one of its mock numbers. */
export function shippoTestTrack(stage: Stage, number: ShippoTestNumber) {
  const [status, substatus, message] = SHIPPO_STORIES[number];
  const track = shippoTrack(stage, {
    number,
    carrier: "shippo",
    test: true,
    status,
    substatus: [substatus, message, false],
    from: "losAngeles",
    to: "chicago",
    service: "Priority Mail",
    promisedOn: 2,
    scans:
      status === "UNKNOWN"
        ? []
        : [
            [-3, "14:39", "losAngeles", "PRE_TRANSIT", "information_received", "The carrier has been told of the parcel"],
            [-1, "16:44", "losAngeles", status, substatus, message],
          ],
  });
  if (status !== "UNKNOWN") return track;
  return { ...track, data: { ...track.data, tracking_status: unknownStatus(stage, number, message) } };
}

/** A parcel that the carrier has not found has a status all the same, without time or place. */
function unknownStatus({ now }: Stage, number: ShippoTestNumber, message: string) {
  return {
    object_created: now,
    object_updated: now,
    object_id: number,
    status: "UNKNOWN",
    status_details: message,
    status_date: null,
    substatus: { code: "other", text: message, action_required: false },
    location: null,
  };
}
