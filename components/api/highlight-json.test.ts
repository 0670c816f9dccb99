import fc from "fast-check";
import { expect, it } from "vitest";
import { highlightJson } from "./highlight-json.ts";

it("tells keys from words, and both from numbers", () => {
  const kinds = highlightJson('{"a": "b \\" : c", "d": [1.5, null]}').flatMap(({ kind, text }) =>
    kind === "plain" ? [] : [{ kind, text }],
  );
  expect(kinds).toEqual([
    { kind: "key", text: '"a"' },
    { kind: "string", text: '"b \\" : c"' },
    { kind: "key", text: '"d"' },
    { kind: "literal", text: "1.5" },
    { kind: "literal", text: "null" },
  ]);
});

it("loses nothing of any text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(
        highlightJson(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
