import { describe, expect, it } from "vitest";
import { z } from "zod";
import { brandSchema } from "./brand.ts";
import { BRAND_FIELD_PATHS, BRAND_FIELDS, BRAND_GROUPS, fieldAt } from "./brand-fields.ts";

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
}

/** Every place in a brand that holds a value of its own; pictures, lists and wordings are one each. */
function leaves(schema: JsonSchema, path: string): string[] {
  const properties = schema.properties ?? schema.anyOf?.find((one) => one.properties)?.properties;
  if (!properties || "width" in properties) return [path];
  return Object.entries(properties).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

describe("the studio's fields", () => {
  it("are everything a brand can say, so that nothing needs a developer", () => {
    const said = leaves(z.toJSONSchema(brandSchema, { io: "input" }) as JsonSchema, "").filter((path) => path !== "version");
    expect([...BRAND_FIELD_PATHS].sort()).toEqual(said.sort());
  });

  it("stand in groups, and no group is empty", () => {
    const used = new Set<string>(Object.values(BRAND_FIELDS).map(({ group }) => group));
    expect(BRAND_GROUPS.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  it("find the field of what is wrong with a part of it, and of a whole that lacks it", () => {
    expect(fieldAt("headerLinks.3.label")).toBe("headerLinks");
    expect(fieldAt("promo")).toBe("promo.heading");
    expect(fieldAt("nonsense")).toBeNull();
    expect(fieldAt("")).toBeNull();
  });
});
