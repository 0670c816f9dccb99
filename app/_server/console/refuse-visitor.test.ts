import { describe, expect, it } from "vitest";
import { createAttempts } from "#lib/accounts/attempts.ts";
import type { SignIn } from "#lib/accounts/sign-in.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { refuseVisitor } from "./refuse-visitor.ts";

const expiresAt = "2026-03-02T12:00:00Z" as Instant;

function setUp(ends: Instant | null = expiresAt) {
  const signIn = { attempts: createAttempts() } as SignIn;
  return async (name: string, { length = "1000" as string | null, method = "POST", isKept = true, id = "mrc_try" as MerchantId } = {}) => {
    const request = { method, headers: new Headers(length === null ? {} : { "content-length": length }) };
    const refusal = await refuseVisitor({ signIn }, { merchant: { id, expiresAt: ends } }, { name, request, isKept });
    return refusal?.status ?? null;
  };
}

describe("a visitor's upload", () => {
  it("is taken while it is small, and stays in the sandbox", async () => {
    const refused = setUp();
    expect(await refused("image.upload")).toBeNull();
    expect(await refused("import.upload", { length: "500000" })).toBeNull();
    expect(await refused("source.upload")).toBe(403);
  });

  it.each(["500001", "99999999999", "-", null])("is refused at %s bytes", async (length) => {
    expect(await setUp()("image.upload", { length })).toBe(413);
  });

  it("is one of a few: previews are not counted, nor are other visitors'", async () => {
    const refused = setUp();
    for (let uploads = 0; uploads < 30; uploads += 1) expect(await refused("image.upload")).toBeNull();
    expect(await refused("image.upload")).toBe(429);
    expect(await refused("image.upload", { id: "mrc_other" })).toBeNull();
    expect(await refused("brand.preview", { isKept: false })).toBeNull();
    expect(await refused("parcel.export", { method: "GET", length: null, isKept: false })).toBeNull();
  });

  it("is held back for nobody else", async () => {
    const refused = setUp(null);
    expect(await refused("source.upload", { length: null })).toBeNull();
  });
});
