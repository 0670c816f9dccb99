import { expect, it } from "vitest";
import { boundedMemo } from "./bounded-memo.ts";

it("computes an answer once, and again only after newer ones have pushed it out", () => {
  const computed: string[] = [];
  const memo = boundedMemo<string>(2);
  const ask = (key: string) =>
    memo(key, () => {
      computed.push(key);
      return key.toUpperCase();
    });
  expect(["a", "b", "a", "b", "c", "b", "a"].map(ask)).toEqual(["A", "B", "A", "B", "C", "B", "A"]);
  expect(computed).toEqual(["a", "b", "c", "a"]);
});
