import { z } from "zod";
import { carrierFor } from "#lib/carriers/catalog.ts";
import { LONGEST_NUMBER_TEXT, normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { emailAddress } from "./email-address.ts";
import { plainText } from "./plain-text.ts";
import { moment } from "./tracker-report.ts";

const named = (longest: number, missing: string) => plainText(longest).min(1, missing);

const item = z
  .strictObject(
    {
      order_item_id: named(120, "missing: the shop's own id of the order's line"),
      title: plainText(200).nullish(),
      sku: plainText(120).nullish(),
      quantity: z.int("must be a whole number").min(1, "must be at least 1").max(1_000_000).nullish(),
    },
    "expected an item",
  )
  .meta({ id: "ReportedItem" });
const items = z.array(item, "expected a list of items").max(500, "must be at most 500 items").nullish();

const parcel = z.strictObject(
  {
    carrier: plainText(100)
      .refine(
        (word) => word === "" || carrierFor(word) !== null,
        "must be a carrier we know, such as usps; leave it out to have it detected",
      )
      .nullish(),
    tracking_number: z
      .string("missing: a parcel needs its tracking number")
      .max(LONGEST_NUMBER_TEXT)
      .refine((text) => normalizeTrackingNumber(text) !== null, "must be a tracking number: 4 to 40 letters and digits"),
    items,
    primary: z.boolean("expected true or false").nullish(),
  },
  "expected a parcel",
);

/** An order with its parcels, as a shop tells it. Strict: whoever writes it is told of every slip. Of the shopper, nothing but the address to be found by. */
export const orderReportSchema = z.strictObject(
  {
    external_id: named(200, "missing: the shop's own number of the order"),
    placed_at: moment.nullish(),
    line_items: items,
    customer_email: emailAddress
      .nullish()
      .describe("The shopper's address: you find their orders by it. It is kept encrypted, and shown on no page."),
    parcels: z.array(parcel, "expected a list of parcels").max(100, "must be at most 100 parcels").nullish(),
  },
  "expected an order",
);

export type ReportedItem = z.output<typeof item>;
export type ReportedParcel = z.output<typeof parcel>;
