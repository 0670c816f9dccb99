import { expect, it } from "vitest";
import { readKey } from "./read-key.ts";

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

it.each<[header: string, key: string | null]>([
  ["Bearer wm_test_1", "wm_test_1"],
  ["bearer   wm_test_1 ", "wm_test_1"],
  [basic("wm_test_1:"), "wm_test_1"],
  [basic("wm_test_1"), "wm_test_1"],
  [basic("wm_test_1:anything"), "wm_test_1"],
  [basic(""), null],
  ["Basic", null],
  ["Bearer", null],
  ["Digest wm_test_1", null],
  ["wm_test_1", null],
  ["", null],
])("reads the key out of %j", (header, key) => {
  expect(readKey(new Headers({ authorization: header }))).toBe(key);
});
