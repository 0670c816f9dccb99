import { describe, expect, it } from "vitest";
import { brandSchema } from "./brand.ts";

const accepts = (changes: object) =>
  brandSchema.safeParse({ version: 1, name: "Fern & Fable", colors: { brand: "#1f5c46" }, ...changes }).success;

describe("what a shop may be called, and write below its pages", () => {
  it.each(['"Fern" & <Fable>; 100 %', "متجر السرخس", "しだと寓話", "Fern 👩‍👩‍👧‍👦", "a".repeat(80)])("is any text: %s", (text) => {
    expect([accepts({ name: text }), accepts({ footerText: `${text}\n${text}` })]).toEqual([true, true]);
  });

  it.each([
    ["a control character", "Fern\u0000"],
    ["half an emoji", "Fern \ud83d"],
    ["what is no character, and breaks XML", "Fern \ufffe"],
    ["a mark that turns around what follows", "Fern \u202e"],
  ])("is nothing with %s", (_, text) => {
    expect([accepts({ name: text }), accepts({ footerText: text })]).toEqual([false, false]);
  });

  it("is one line where it stands in one", () => {
    expect([accepts({ name: "Fern\r\nBcc: all@fern.example" }), accepts({ support: { phone: "1\n2" } })]).toEqual([false, false]);
  });
});
