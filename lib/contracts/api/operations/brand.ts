import { brandJsonSchema } from "../brand.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";

export const getBrand = defineOperation({
  id: "getBrand",
  method: "GET",
  path: "/brand",
  summary: "Read the brand",
  answers: { 200: { description: "The brand.", schema: brandJsonSchema } },
});

export const saveBrand = defineOperation({
  id: "saveBrand",
  method: "PUT",
  path: "/brand",
  summary: "Replace the brand",
  description: "The whole of it: what is left out goes back to its default. Pages show it from the next request on.",
  body: brandJsonSchema,
  example: { version: 1, name: "Fern & Fable", colors: { brand: "#1f5c46" }, font: "fraunces", layout: "classic" },
  answers: { 200: { description: "The brand as it is now.", schema: brandJsonSchema } },
  problems: ["mode_forbidden"],
});

export const brand: OperationGroup = {
  name: "brand",
  title: "Brand",
  introduction: "How your pages look: one document for both modes, whose keys are the same here as in a file. Written by a production key.",
  operations: [getBrand, saveBrand],
};
