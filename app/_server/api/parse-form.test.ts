import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseForm } from "./parse-form.ts";

const read = (text: string) => {
  const form = parseForm(text);
  return form.kind === "parsed" ? form.value : form.message;
};

describe("a form", () => {
  it.each<[form: string, data: unknown]>([
    ["tracker[tracking_code]=EZ1000000001&tracker[carrier]=USPS", { tracker: { tracking_code: "EZ1000000001", carrier: "USPS" } }],
    ["tracking_codes[]=1&tracking_codes[]=2", { tracking_codes: ["1", "2"] }],
    ["tracking_codes[0]=1&tracking_codes[1]=2", { tracking_codes: ["1", "2"] }],
    ["codes[1]=1&codes[2]=2", { codes: { 1: "1", 2: "2" } }],
    [
      "h[][name]=a&h[][value]=1&h[][name]=b&h[][value]=2",
      {
        h: [
          { name: "a", value: "1" },
          { name: "b", value: "2" },
        ],
      },
    ],
    ["h[0][name]=a&h[1][name]=b", { h: [{ name: "a" }, { name: "b" }] }],
    ["h[][tags][]=x&h[][tags][]=y", { h: [{ tags: ["x", "y"] }] }],
    ["a=1&a=2", { a: "2" }],
    ["a+b=c+d%20%C3%A9", { "a b": "c d é" }],
    ["a%5Bb%5D=c", { a: { b: "c" } }],
    ["a=&b", { a: "", b: "" }],
    ["a=%&b=%zz", { a: "%", b: "%zz" }],
    ["", {}],
  ])("%s is read as clients mean it", (form, data) => {
    expect(read(form)).toEqual(data);
  });

  it.each([
    ["a=1&a[b]=2", 'the field "a[b]" is given both as one value and as several'],
    ["a[b]=1&a=2", 'the field "a" is given both as one value and as several'],
    ["a[b=1", 'the field "a[b" is not named like a, a[b] or a[]'],
    ["[a]=1", 'the field "[a]" is not named like a, a[b] or a[]'],
    [`a${"[b]".repeat(5000)}=1`, expect.stringMatching(/^the field "a\[b\].+ is nested too deeply$/)],
    ["a=1&".repeat(3000), "the form has more than 2000 fields"],
  ])("%# is refused with what is wrong", (form, message) => {
    expect(read(form)).toEqual(message);
  });

  it("cannot reach a prototype", () => {
    const value = read("__proto__[polluted]=1&constructor[prototype][polluted]=1&a[__proto__][polluted]=1") as Record<string, unknown>;
    expect(Object.hasOwn(value, "__proto__")).toBe(true);
    expect({}).not.toHaveProperty("polluted");
    expect(Object.getPrototypeOf(value.a)).toBe(Object.prototype);
  });

  it("is never more than plain data or a sentence, whatever comes", () => {
    const name = fc.array(fc.constantFrom(..."ab_[]%0123456789"), { maxLength: 12 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
        const form = parseForm(fields.map(([key, value]) => `${key}=${value}`).join("&"));
        expect(JSON.stringify(form)).toEqual(expect.any(String));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseForm(text)));
  });
});
