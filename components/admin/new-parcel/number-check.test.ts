import { expect, it } from "vitest";
import { readLines } from "./number-check.ts";

it("numbers are told apart by lines, commas and tabs, and each counts once", () => {
  expect(readLines(" 9405 5118 9922\r\n\n1Z999AA1, 1Z999AA2;1Z999AA1\tX \n")).toEqual(["9405 5118 9922", "1Z999AA1", "1Z999AA2", "X"]);
  expect(readLines(" \n")).toEqual([]);
});
