"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { LONGEST_NUMBER_TEXT } from "#lib/carriers/tracking-number.ts";
import { done, wrongInput } from "#lib/shared/action-answer.ts";
import { checkNumber } from "#lib/shipments/check-number.ts";
import { createParcels as create } from "#lib/shipments/create-parcels.ts";
import { MODES } from "#lib/tracking/snapshot.ts";

const MOST_AT_ONCE = 100;

const mode = z.enum(MODES);
const parcels = z
  .array(
    z.strictObject({
      trackingNumber: z.string().max(LONGEST_NUMBER_TEXT),
      /** Null to have it told by the number. */
      carrier: z
        .string()
        .refine((slug) => findCarrier(slug) !== null, "is no carrier we know")
        .transform((slug) => slug as CarrierSlug)
        .nullable(),
    }),
  )
  .max(MOST_AT_ONCE, `Type at most ${MOST_AT_ONCE} numbers at once; more go by an import.`);

/** What each number looks like, while it is being typed. */
export const checkNumbers = consoleAction({
  name: "parcel.check_numbers",
  role: "viewer",
  isAudited: false,
  input: z.strictObject({ mode, parcels }),
  run: async ({ runtime, call }, input) => {
    const caller = { merchantId: call.merchant.id, mode: input.mode };
    return done(await Promise.all(input.parcels.map((parcel) => checkNumber(runtime, { caller, ...parcel }))));
  },
});

const order = z.strictObject({
  externalId: z.string().max(200),
  customerEmail: z.string().max(254),
  items: z.array(z.strictObject({ title: z.string().max(200), quantity: z.int("must be a whole number") })).max(50),
});

export const createParcels = consoleAction({
  name: "parcel.create",
  role: "editor",
  input: z.strictObject({ mode, parcels: parcels.min(1, "Type at least one tracking number."), order }),
  run: async ({ runtime, call, audit }, input) => {
    const caller = { merchantId: call.merchant.id, mode: input.mode };
    const told = readOrder(input.order);
    if (told === "orderless")
      return wrongInput([{ path: "external_id", message: "E-mail address and items are kept with an order: type its number." }]);
    const outcome = await create(runtime, { caller, parcels: input.parcels, order: told });
    if (outcome.kind === "invalid") return wrongInput(outcome.issues);
    const created = outcome.parcels.flatMap((parcel) => (parcel.kind === "created" ? [parcel.tracker.id] : []));
    audit({ ...(created.length === 1 && { subject: created[0] }), details: { mode: input.mode, parcels: created.length } });
    return done({
      advice: outcome.advice,
      parcels: outcome.parcels.map((parcel) =>
        "tracker" in parcel
          ? { kind: parcel.kind, id: parcel.tracker.id, privateLink: parcel.tracker.publicUrl }
          : { kind: "left_out" as const },
      ),
    });
  },
});

function readOrder({ externalId, customerEmail, items }: z.output<typeof order>) {
  const named = items.filter(({ title }) => title.trim() !== "");
  const email = customerEmail.trim() || null;
  if (externalId.trim() !== "") return { externalId, customerEmail: email, items: named };
  return email === null && named.length === 0 ? null : "orderless";
}
