import { z } from "zod";
import { flag, list, section, text } from "../vendor-fields.ts";

const address = section({ city: text, state: text, zip: text, country: text });

const trackingStatus = z.object({
  object_created: text,
  object_updated: text,
  status: text,
  status_details: text,
  status_date: text,
  substatus: section({ code: text }),
  location: address,
});

export const trackSchema = z.object(
  {
    carrier: text,
    tracking_number: text,
    address_from: address,
    address_to: address,
    eta: text,
    original_eta: text,
    servicelevel: section({ token: text, name: text }),
    tracking_status: section(trackingStatus.shape),
    tracking_history: list(trackingStatus),
    test: flag,
  },
  "expected a Shippo Track or its webhook",
);

/** What tells one payload from another, before it is read in full. */
export const headSchema = z.object({ event: text }, "expected a Shippo Track or its webhook");

export const webhookSchema = z.object({ test: flag, data: z.object(trackSchema.shape, "missing: the webhook came without its Track") });

export type ShippoTrack = z.output<typeof trackSchema>;
export type ShippoTrackingStatus = ShippoTrack["tracking_history"][number];
export type ShippoAddress = z.output<typeof address>;
