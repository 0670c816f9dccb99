import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPhoneNumber } from "./read-phone-number.ts";

const numberOf = (text: string, country: string | null = null) => {
  const read = readPhoneNumber(text, country);
  return read.kind === "number" ? read.number : read.kind;
};

describe("a phone number", () => {
  it.each([
    ["+49 151 1234 5678", null, "+4915112345678"],
    ["+49 (0)151 12345678", null, "+4915112345678"],
    ["0044 7700 900123", null, "+447700900123"],
    ["(202) 555-0123", "US", "+12025550123"],
    ["1-202-555-0123", "US", "+12025550123"],
    ["0151 12345678", "DE", "+4915112345678"],
    ["07700 900123", "GB", "+447700900123"],
    ["090-1234-5678", "JP", "+819012345678"],
    ["０９０−１２３４−５６７８".replaceAll("−", "-"), "JP", "+819012345678"],
    ["٠٥٠ ١٢٣ ٤٥٦٧", "AE", "+971501234567"],
    ["347 123 4567", "IT", "+393471234567"],
    ["06 30 123 4567", "HU", "+36301234567"],
  ])("%s, for a parcel to %s, is %s", (text, country, number) => {
    expect(numberOf(text, country)).toBe(number);
  });

  it("is asked for with its country where nobody knows where the parcel goes", () => {
    expect(numberOf("0151 12345678")).toBe("country_needed");
    expect(numberOf("0151 12345678", "AQ")).toBe("country_needed");
  });

  it.each([
    "",
    "   ",
    "mia@shopper.example",
    "+",
    "+0 151 1234567",
    "12",
    "+49 151 12a45678",
    "555-0123",
    "+1234567890123456",
    "0151 123456789012",
  ])("is none: %j", (text) => {
    expect(numberOf(text, "US")).toBe("malformed");
  });

  it("is never anything but E.164, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("US", "DE", "HU", "XX"), (text, country) => {
        const read = readPhoneNumber(text, country);
        if (read.kind === "number") expect(read.number).toMatch(/^\+[1-9]\d{7,14}$/);
      }),
    );
  });
});
