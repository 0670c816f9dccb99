import { describe, expect, it } from "vitest";
import { findCarrier } from "./catalog.ts";
import { FORMATS, S10_OPERATORS } from "./formats.ts";
import { matchFormat } from "./match-format.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

describe.each(FORMATS.map((format) => [format.id, format] as const))("the format %s", (_, format) => {
  it.each(format.valid)("accepts %s", (number) => {
    expect(matchFormat(format, number).kind).toBe("match");
  });

  it.each(format.invalid)("refuses %s", (number) => {
    expect(matchFormat(format, number).kind).not.toBe("match");
  });

  it("has examples of both, spelled as we keep numbers", () => {
    expect(format.valid).not.toHaveLength(0);
    expect(format.invalid).not.toHaveLength(0);
    expect(format.valid.map(normalizeTrackingNumber)).toEqual(format.valid);
  });

  it("belongs to carriers of the catalog", () => {
    const slugs = typeof format.carrier === "string" ? [format.carrier] : Object.values(format.carrier);
    expect(slugs.filter((slug) => findCarrier(slug) === null)).toEqual([]);
  });

  it("covers the whole number, and names payload and check where it has a check digit", () => {
    expect(format.pattern.source).toMatch(/^\^.*\$$/);
    expect(format.pattern.flags).toBe("");
    const groups = format.pattern.exec(format.valid[0] ?? "")?.groups ?? {};
    expect([groups.payload !== undefined, groups.check !== undefined]).toEqual([!!format.check, !!format.check]);
  });

  it("has no open-ended repetition, which could take long on long text", () => {
    expect(format.pattern.source).not.toMatch(/[*+]|\{\d+,\}/);
  });
});

describe("formats", () => {
  it("have an id each", () => {
    expect(new Set(FORMATS.map((format) => format.id)).size).toBe(FORMATS.length);
  });

  it.each([
    ["US", "usps"],
    ["GB", "royal_mail"],
    ["DE", "deutsche_post"],
    ["JP", "japan_post"],
    ["FR", "la_poste"],
    ["CN", "china_post"],
  ])("read the suffix %s of an international number as %s", (country, slug) => {
    expect(S10_OPERATORS[country]).toBe(slug);
  });
});
