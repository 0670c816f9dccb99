import { expect, it } from "vitest";
import { readRetryAfter } from "./read-retry-after.ts";

const date = "Sun, 01 Mar 2026 12:00:00 GMT";

it.each([
  ["seconds", { "retry-after": "120" }, 120_000],
  ["part of a second", { "retry-after": "0.5" }, 500],
  ["nothing", { "retry-after": "0" }, 0],
  ["a date, measured against the answer's own", { "retry-after": "Sun, 01 Mar 2026 12:02:00 GMT", date }, 120_000],
  ["a date that has passed", { "retry-after": "Sun, 01 Mar 2026 11:00:00 GMT", date }, 0],
  ["a date without anything to measure it against", { "retry-after": "Sun, 01 Mar 2026 12:02:00 GMT" }, null],
  ["a date of the older kind", { "retry-after": "Sunday, 01-Mar-26 12:02:00 GMT", date }, 120_000],
  ["words", { "retry-after": "soon", date }, null],
  ["a number as nobody writes it", { "retry-after": "1e9", date }, null],
  ["more than there is time", { "retry-after": "99999999999999999999", date }, null],
  ["less than nothing", { "retry-after": "-5" }, null],
  ["not at all", { date }, null],
])("Retry-After may say %s", (_, headers, expected) => {
  expect(readRetryAfter(headers)).toBe(expected);
});
