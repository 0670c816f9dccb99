import { z } from "zod";
import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { IMPORT_FIELDS } from "./import-fields.ts";
import { DATE_ORDERS } from "./read-date.ts";

const column = z.int().min(0).max(199).nullable();

const neededColumn = column.transform((index, context) => {
  if (index !== null) return index;
  context.addIssue({ code: "custom", message: "Say which column has the tracking numbers." });
  return z.NEVER;
});

/** Kept with an order, or with what is in it. */
const OF_AN_ORDER = ["customerEmail", "orderedAt", "itemTitle", "itemSku"] as const;

/** How the rows of a file are read, as somebody has said it. */
export const importPlanSchema = z
  .strictObject({
    columns: z.strictObject({
      trackingNumber: neededColumn,
      carrier: column,
      orderNumber: column,
      customerEmail: column,
      orderedAt: column,
      itemTitle: column,
      itemSku: column,
      itemQuantity: column,
    }),
    /** Of rows that name none, and whose number tells none. */
    carrier: z
      .string()
      .refine((slug) => findCarrier(slug) !== null, "is no carrier we know")
      .transform((slug) => slug as CarrierSlug)
      .nullable(),
    dateOrder: z.enum(DATE_ORDERS),
  })
  .superRefine(({ columns }, context) => {
    const orphan = OF_AN_ORDER.find((field) => columns[field] !== null);
    if (columns.orderNumber !== null || orphan === undefined) return;
    const message = `“${IMPORT_FIELDS[orphan].label}” is kept with an order: say which column has its number, or leave this one out.`;
    context.addIssue({ code: "custom", path: ["columns", orphan], message });
  });

export type ImportPlan = z.output<typeof importPlanSchema>;
