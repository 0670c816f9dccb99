import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeJson, escapeMarkup, escapePlain } from "./escape.ts";

describe("escaping", () => {
  const nasty = fc.string({ unit: fc.constantFrom(..."{}%|*[]<>?&\"'#/ a\u2028".split("")), maxLength: 30 });

  it("leaves no sign in markup that means anything to HTML, VML or a template", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"'{}|*%[\]]|&(?!#\d+;)/);
        expect(escaped.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text);
      }),
    );
  });

  it("opens no placeholder in plain text, and loses no letter", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapePlain(text);
        expect(escaped).not.toMatch(/\{[{%#]|\*\||<[?%]|\[\[|%%/);
        expect(escaped.replaceAll("\u2060", "")).toBe(text);
      }),
    );
  });

  it("keeps JSON in its script and out of every template", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeJson(text);
        expect(JSON.parse(escaped)).toBe(text);
        expect(escaped).not.toMatch(/[<>{}|*%[\]&'\u2028\u2029]/);
      }),
    );
  });
});
