import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMangledPath, unwrapLink } from "./mangled-link.ts";

describe("a link that came through mails", () => {
  it.each([
    ["encoded once more", "usps%2F1234%3Fkey%3Dabc", "usps/1234?key=abc"],
    ["encoded over and over", "usps%25252F1234", "usps/1234"],
    ["half encoded, half broken", "a%3D%FF%3Db%zz", "a=%FF=b%zz"],
    ["broken over lines", "abc=\r\ndef=\n  ghi", "abcdefghi"],
    ["with what nobody sees", "ab\u200bc\u00ad", "abc"],
  ])("is whole again: %s", (_, text, plain) => {
    expect(unwrapLink(text)).toBe(plain);
  });

  it.each([
    ["/usps/1234?key=abc", "/usps/1234", "?key=abc"],
    ["/usps/1234&utm_source=mail", "/usps/1234", "&utm_source=mail"],
    ["/usps/1234=3Fkey=3Dabc", "/usps/1234", "=3Fkey=3Dabc"],
    ["<1234.json>,", "1234.json", ""],
    ["„1234“).", "1234", ""],
    ["「1234」。", "1234", ""],
    ["1234؟", "1234", ""],
    ["1234？key=abc", "1234", "？key=abc"],
    ["(((", "", ""],
  ])("is parted into path and query: %s", (text, path, query) => {
    expect(splitMangledPath(text)).toEqual({ path, query });
  });

  it("is mended once and for all, whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[%0-9A-Fa-f=\r\n ]{0,40}$/)), (text) => {
        const { path } = splitMangledPath(text.replaceAll("%", ""));
        expect(splitMangledPath(path)).toEqual({ path, query: "" });
      }),
    );
  });
});
