import { describe, expect, it } from "vitest";
import { readColorText } from "./read-color-text.ts";

describe("a pasted colour", () => {
  it.each([
    ["#1f5c46", "#1f5c46"],
    [" 1F5C46 ", "#1f5c46"],
    ["#Fa0", "#ffaa00"],
    ["--brand: #1f5c46; --accent: #e8772e;", "#1f5c46"],
    ["rgb(31, 92, 70)", "#1f5c46"],
    ["background-color: rgba(31 92 70 / 80%)", "#1f5c46"],
  ])("is found in %s", (text, color) => {
    expect(readColorText(text)).toBe(color);
  });

  it.each(["", "green", "#12345", "#1234567", "rgb(300, 0, 0)", "facade of the shop"])("is not found in %j", (text) => {
    expect(readColorText(text)).toBeNull();
  });
});
