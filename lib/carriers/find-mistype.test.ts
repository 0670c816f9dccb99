import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "./catalog.ts";
import { findMistype } from "./find-mistype.ts";
import { FORMATS } from "./formats.ts";

const mistype = (carrier: string, number: string) => findMistype(carrier as CarrierSlug, number);

describe("a number that was surely mistyped", () => {
  it("has its carrier's unmistakable shape and a wrong check digit, and is told which", () => {
    expect(mistype("ups", "1Z999AA10123456785")).toMatch(/^The last digit should be 4, not 5/);
  });

  it("is not one whose check digit is right", () => {
    expect(mistype("ups", "1Z999AA10123456784")).toBeNull();
    const examples = FORMATS.flatMap(({ carrier, valid }) =>
      typeof carrier === "string" ? valid.map((number) => [carrier, number] as const) : [],
    );
    expect(examples.filter(([carrier, number]) => mistype(carrier, number) !== null)).toEqual([]);
  });

  it("is not one of another carrier, nor one of a shape that several carriers use", () => {
    expect(mistype("usps", "1Z999AA10123456785")).toBeNull();
    expect(mistype("fedex", "123456789012")).toBeNull();
    expect(mistype("usps", "ANYTHING_1")).toBeNull();
  });
});
