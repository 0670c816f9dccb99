import { z } from "zod";
import { list, quantity, text } from "../vendor-fields.ts";

/** `label_url` and `company_name` are left out on purpose: a picture of the address, and whose business it is. */
const trackEvent = z.object({
  occurred_at: text,
  /** Before `occurred_at` there was this. */
  event_date: text,
  carrier_occurred_at: text,
  description: text,
  event_description: text,
  carrier_status_description: text,
  city_locality: text,
  state_province: text,
  postal_code: text,
  country_code: text,
  signer: text,
  event_code: text,
  carrier_status_code: text,
  status_code: text,
  status_detail_code: text,
  latitude: quantity,
  longitude: quantity,
  proof_of_delivery_url: text,
});

export const trackingSchema = z.object(
  {
    tracking_number: text,
    status_code: text,
    status_detail_code: text,
    carrier_code: text,
    carrier_status_code: text,
    estimated_delivery_date: text,
    actual_delivery_date: text,
    /** The oldest form names the carrier only in here. */
    links: z
      .object({ self: z.object({ href: text }).nullish() })
      .nullish()
      .catch(null),
    events: list(trackEvent),
  },
  "expected ShipEngine tracking information or its webhook",
);

/** What tells one payload from another, before it is read in full. */
export const headSchema = z.object({ resource_type: text, resource_url: text }, "expected ShipEngine tracking information or its webhook");

export const webhookSchema = z.object({
  data: z.object(trackingSchema.shape, "missing: the webhook came without its tracking information"),
});

export type ShipEngineTracking = z.output<typeof trackingSchema>;
export type ShipEngineEvent = ShipEngineTracking["events"][number];
