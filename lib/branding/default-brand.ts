import { type Brand, brandSchema } from "./brand.ts";

/** The look of a merchant who chose nothing, and of one whose stored brand cannot be read. */
export const DEFAULT_BRAND: Brand = brandSchema.parse({
  version: 1,
  name: "Parcel tracking",
  colors: { brand: "#2f4b7c" },
});
