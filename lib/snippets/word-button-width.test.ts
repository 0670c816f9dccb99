import { expect, it } from "vitest";
import { wordButtonWidth } from "./word-button-width.ts";

it("leaves a label room in any face, in scripts of wide signs too, and fits into a mail", () => {
  expect(wordButtonWidth("See where it is")).toBe(206);
  expect(wordButtonWidth("お荷物の現在地を見る")).toBe(236);
  expect(wordButtonWidth("OK")).toBe(180);
  expect(wordButtonWidth("word ".repeat(30))).toBe(560);
});
