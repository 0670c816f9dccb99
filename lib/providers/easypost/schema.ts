import { z } from "zod";
import { flag, list, quantity, section, text } from "../vendor-fields.ts";

const trackingLocation = section({ city: text, state: text, country: text, zip: text });

const trackingDetail = z.object({
  message: text,
  description: text,
  status: text,
  status_detail: text,
  datetime: text,
  carrier_code: text,
  tracking_location: trackingLocation,
});

const carrierDetail = section({
  service: text,
  est_delivery_date_local: text,
  est_delivery_time_local: text,
  origin_location: text,
  origin_tracking_location: trackingLocation,
  destination_location: text,
  destination_tracking_location: trackingLocation,
  guaranteed_delivery_date: text,
});

export const trackerSchema = z.object({
  id: text,
  mode: text,
  tracking_code: text,
  status: text,
  status_detail: text,
  updated_at: text,
  signed_by: text,
  weight: quantity,
  est_delivery_date: text,
  carrier: text,
  tracking_details: list(trackingDetail),
  carrier_detail: carrierDetail,
  is_return: flag,
});

/** What tells one payload from another, before it is read in full. */
export const headSchema = z.object(
  { id: text, object: text, description: text, result: z.object({ object: text }).nullish().catch(null) },
  "expected an EasyPost Tracker or Event",
);

export const eventSchema = z.object({
  id: text,
  mode: text,
  previous_attributes: section({ status: text }).catch(null),
  result: z.object(trackerSchema.shape, "missing: the event came without its Tracker, read the Tracker itself"),
});

export type EasyPostTracker = z.output<typeof trackerSchema>;
export type EasyPostTrackingDetail = EasyPostTracker["tracking_details"][number];
export type EasyPostLocation = z.output<typeof trackingLocation>;
