import { describe, expect, it } from "vitest";
import { readBasicOrBearerKey } from "./read-basic-or-bearer-key.ts";

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
  expect(readBasicOrBearerKey(new Headers({ authorization: header }))).toBe(key);
});

describe("an API key in EasyPost's manner", () => {
  it.each([
    ["is the user, whatever the password", basic("wk_test_1:"), "wk_test_1"],
    ["may come with a password", basic("wk_test_1:secret:x"), "wk_test_1"],
    ["may come without a colon", basic("wk_test_1"), "wk_test_1"],
    ["may be a bearer token", "bearer wk_test_1", "wk_test_1"],
    ["is missing where the user is", basic(":password"), null],
    ["is missing in another scheme", "Digest wk_test_1", null],
    ["is missing behind nothing", "Basic ", null],
  ])("%s", (_, authorization, key) => {
    expect(readBasicOrBearerKey(new Headers({ authorization }))).toBe(key);
  });

  it("is missing without the header", () => {
    expect(readBasicOrBearerKey(new Headers())).toBeNull();
  });
});
