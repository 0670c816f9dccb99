import { brandSchema } from "#lib/branding/brand.ts";

/** One document, the same in files, in the database and here: so its keys are its own. */
export const brandJsonSchema = brandSchema
  .meta({ id: "Brand", outputId: "Brand" })
  .describe("How the pages look. Written and read as a whole.");
