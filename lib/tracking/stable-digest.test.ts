import { expect, it } from "vitest";
import { stableDigest } from "./stable-digest.ts";

it("is a few letters that go into an address, the same each time and others for other texts", () => {
  const texts = ["", "Delivered", "Out for delivery", "Out for delivery ", "配達中", "配達完了"];
  const digests = texts.map(stableDigest);
  expect(new Set(digests).size).toBe(texts.length);
  for (const digest of digests) expect(digest).toMatch(/^[a-f\d]{16}$/);
  expect(texts.map(stableDigest)).toEqual(digests);
});
