import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeEasyPostJson } from "./write-json.ts";

/** What `@easypost/api` does to a body before it hashes it. */
const asTheirValidatorHashes = (body: string) => body.replace(/("weight":\s*)(\d+)(\s*)(?=,|\})/g, "$1$2.0");

describe("JSON as EasyPost writes it", () => {
  it("has whole weights with one decimal, wherever they stand", () => {
    const body = { previous_attributes: { weight: 12 }, result: { weight: 16, id: "trk_1" } };
    expect(writeEasyPostJson(body)).toBe('{"previous_attributes":{"weight":12.0},"result":{"weight":16.0,"id":"trk_1"}}');
  });

  it("leaves other numbers, and a weight nobody knows, alone", () => {
    expect(writeEasyPostJson({ weight: null, total_time: 34, has_more: false })).toBe('{"weight":null,"total_time":34,"has_more":false}');
  });

  it("is left as it is by their validator, and means what it meant", () => {
    const weight = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, 2 ** 53, 0, null));
    fc.assert(
      fc.property(weight, fc.string({ unit: "binary" }), (weight, message) => {
        const body = { previous_attributes: { weight }, result: { weight, message: `${message}"weight": 16,` } };
        const text = writeEasyPostJson(body);
        expect(asTheirValidatorHashes(text)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(body)));
      }),
    );
  });
});
