import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";

const faultOf = (text: string) => {
  const parsed = parseJson(text);
  return parsed.kind === "malformed" ? parsed.message : parsed;
};

describe("parsing JSON", () => {
  it("reads what any JSON writer wrote", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual({ kind: "parsed", value: JSON.parse(text) });
      }),
    );
  });

  it("lets a byte order mark pass", () => {
    expect(parseJson('\ufeff{"a":1}')).toEqual({ kind: "parsed", value: { a: 1 } });
  });

  it.each([
    ["", "not JSON: expected a value, but the text ends at line 1, column 1"],
    ['{"a": 1,\n  "b" 2}', 'not JSON: expected ":", but there is "2" at line 2, column 7'],
    ['{"a": 1,}', 'not JSON: expected a name in double quotes, but there is "}" at line 1, column 9'],
    ["{'a': 1}", 'not JSON: expected a name in double quotes or "}", but there is "\'" at line 1, column 2'],
    ["[1, 2", 'not JSON: expected "," or the end of what was opened, but the text ends at line 1, column 6'],
    ["[1,]", 'not JSON: expected a value, but there is "]" at line 1, column 4'],
    ["{} {}", 'not JSON: expected nothing more, but there is "{" at line 1, column 4'],
    ["<html>", 'not JSON: expected a value, but there is "<" at line 1, column 1'],
    ['{"a": "never closed', 'not JSON: expected a value, but there is "\\"" at line 1, column 7'],
    ["[01]", 'not JSON: expected a value or "]", but there is "0" at line 1, column 2'],
    ["[tru]", 'not JSON: expected a value or "]", but there is "t" at line 1, column 2'],
  ])("says where %j stops being JSON", (text, message) => {
    expect(faultOf(text)).toBe(message);
  });

  it("finds a fault in every text that is cut short", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value);
        const short = text.slice(0, cut % text.length);
        const parsed = parseJson(short);
        expect(parsed.kind).toBe("malformed");
        if (parsed.kind === "malformed") expect(parsed.column).toBeLessThanOrEqual(short.length + 1);
      }),
    );
  });

  it("is quick to find the fault at the end of five megabytes", () => {
    const parsed = parseJson(`{"a": "${"x".repeat(5_000_000)}", "b": ${JSON.stringify(Array(50_000).fill('é\u0080\\"'))}`);
    expect(parsed).toMatchObject({ kind: "malformed", message: expect.stringContaining("the text ends") });
  });

  it.each([
    ["a name", `{"${"x".repeat(100_000)}`],
    ["a text", `["${"x".repeat(100_000)}`],
    ["a text full of escapes", `["${"x\\n".repeat(100_000)}`],
    ["a text with a wrong escape", `["${"x".repeat(100_000)}\\q"]`],
    ["a text with a line break in it", `["${"\u0080x".repeat(100_000)}\n"]`],
  ])("is as quick where %s is never closed", (_, text) => {
    expect(parseJson(text)).toMatchObject({ kind: "malformed", line: 1 });
  });
});
