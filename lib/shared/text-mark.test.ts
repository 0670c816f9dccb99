import { expect, it } from "vitest";
import { textMark } from "./text-mark.ts";

it("marks texts by a few letters that go into an address, the same each time and others for other texts", () => {
  const texts = ["", "Delivered", "Out for delivery", "Out for delivery ", "配達中", "配達完了"];
  const marks = texts.map(textMark);
  expect(new Set(marks).size).toBe(texts.length);
  for (const mark of marks) expect(mark).toMatch(/^[a-z\d]{1,7}$/);
  expect(texts.map(textMark)).toEqual(marks);
});
