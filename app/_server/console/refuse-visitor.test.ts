import { describe, expect, it } from "vitest";
import { createAttempts } from "#lib/accounts/attempts.ts";
import type { SignIn } from "#lib/accounts/sign-in.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { refuseVisitor, refuseVisitorsAction } from "./refuse-visitor.ts";

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
    expect(await refused("image.upload", { length: "500000" })).toBeNull();
    expect(await refused("import.upload", { length: "100000" })).toBeNull();
    expect(await refused("import.upload", { length: "100001" })).toBe(413);
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

  it("may be a table of parcels five times, since each row becomes a parcel", async () => {
    const refused = setUp();
    for (let uploads = 0; uploads < 5; uploads += 1) expect(await refused("import.upload")).toBeNull();
    expect(await refused("import.upload")).toBe(429);
    expect(await refused("image.upload")).toBeNull();
  });

  it("is held back for nobody else", async () => {
    const refused = setUp(null);
    expect(await refused("source.upload", { length: null })).toBeNull();
  });
});

describe("what a visitor does", () => {
  const act = (attempts = createAttempts(), ends: Instant | null = expiresAt) => {
    const merchant = { id: "mrc_try" as MerchantId, expiresAt: ends };
    return ({ isKept = true, takesFile = false } = {}) =>
      refuseVisitorsAction({ signIn: { attempts } as SignIn }, { merchant }, { isKept, takesFile });
  };

  it("comes to an end, so that nobody fills the disk; what is only looked at does not", async () => {
    const refused = act();
    for (let changes = 0; changes < 300; changes += 1) expect(await refused()).toBeNull();
    expect(await refused()).toMatch(/a lot for one visit/);
    expect(await refused({ isKept: false })).toBeNull();
  });

  it("counts files as uploads, read or imported", async () => {
    const refused = act();
    for (let files = 0; files < 30; files += 1) expect(await refused({ isKept: files % 2 === 0, takesFile: true })).toBeNull();
    expect(await refused({ isKept: false, takesFile: true })).toMatch(/a lot for one visit/);
  });

  it("is counted for nobody else", async () => {
    const refused = act(createAttempts(), null);
    for (let changes = 0; changes < 400; changes += 1) expect(await refused({ takesFile: true })).toBeNull();
  });
});
