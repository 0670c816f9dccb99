import { z } from "zod";

/** Vendors mix null, `""`, strings and numbers in one field: a trimmed string, or null for nothing. */
export const text = z
  .union([z.string(), z.number()], "expected text")
  .nullish()
  .transform((value) => {
    const trimmed = value === undefined || value === null ? "" : String(value).trim();
    return trimmed === "" ? null : trimmed;
  });

/** A number, or a string that spells one; null for nothing. */
export const quantity = z
  .union([z.number(), z.string()], "expected a number")
  .nullish()
  .transform((value, context) => {
    if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) return null;
    const number = Number(value) + 0; // JSON has a -0
    if (Number.isFinite(number)) return number;
    context.addIssue({ code: "custom", message: "expected a number" });
    return z.NEVER;
  });

/** Null where the vendor does not say. */
export const flag = z
  .boolean("expected true or false")
  .nullish()
  .transform((value) => value ?? null);

/** A list without its holes; absent is empty. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item.nullish(), "expected a list")
    .nullish()
    .transform((items) => (items ?? []).filter((entry): entry is NonNullable<typeof entry> => entry !== null && entry !== undefined));
}

/** An object, or null for nothing. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z
    .object(shape, "expected an object")
    .nullish()
    .transform((value) => value ?? null);
}
