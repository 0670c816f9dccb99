import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indentJson } from "./indent-json.ts";

const indented = (text: string) => indentJson(text, 100_000).text;

describe("a payload on lines of its own", () => {
  it("is what JSON itself would make of it", () => {
    const value = { a: 1, b: [], c: {}, d: [1, { e: 'x"}{[],:\\' }], f: null, g: "" };
    expect(indented(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  });

  it("is so for any value", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => indented(JSON.stringify(value)) === JSON.stringify(JSON.parse(JSON.stringify(value)), null, 2),
      ),
    );
  });

  it("keeps long numbers and spellings to the letter", () => {
    expect(indented('{"n":9405511899223197428490,"e":"\\u00e9","x":1.0}')).toBe(
      '{\n  "n": 9405511899223197428490,\n  "e": "\\u00e9",\n  "x": 1.0\n}',
    );
  });

  it("leaves what is no JSON alone", () => {
    expect(indented('{"a": 1, broken')).toBe('{"a": 1, broken');
  });

  it("says where only the beginning is shown", () => {
    expect(indentJson(JSON.stringify({ a: "x".repeat(50) }), 20)).toEqual({ text: '{\n  "a": "xxxxxxxxxx', isCut: true });
    expect(indentJson("y".repeat(30), 20)).toEqual({ text: "y".repeat(20), isCut: true });
    expect(indentJson("[]", 20)).toEqual({ text: "[]", isCut: false });
  });
});
