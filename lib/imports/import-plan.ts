import { z } from "zod";
import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from "./import-fields.ts";
import { DATE_ORDERS } from "./read-date.ts";

const column = z.int().min(0).max(199);
const optional = (fields: readonly ImportField[]) => Object.fromEntries(fields.map((field) => [field, column.nullable()]));

/** How the rows of a file are read, as somebody has said it. */
export const importPlanSchema = z
  .strictObject({
    columns: z.strictObject({
      ...optional(Object.keys(IMPORT_FIELDS) as ImportField[]),
      trackingNumber: z.int("Say which column has the tracking numbers.").min(0).max(199),
    }) as unknown as z.ZodType<ImportColumns & { trackingNumber: number }>,
    /** Of rows that name none, and whose number tells none. */
    carrier: z
      .string()
      .refine((slug) => findCarrier(slug) !== null, "is no carrier we know")
      .transform((slug) => slug as CarrierSlug)
      .nullable(),
    dateOrder: z.enum(DATE_ORDERS),
  })
  .superRefine(({ columns }, context) => {
    const needing = (["customerEmail", "itemTitle", "itemSku", "orderedAt"] as const).find((field) => columns[field] !== null);
    if (columns.orderNumber !== null || needing === undefined) return;
    const message = `“${IMPORT_FIELDS[needing].label}” is kept with an order: say which column has its number, or leave this one out.`;
    context.addIssue({ code: "custom", path: ["columns", needing], message });
  });

export type ImportPlan = z.output<typeof importPlanSchema>;
