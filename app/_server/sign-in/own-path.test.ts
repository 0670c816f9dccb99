import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

describe("where somebody goes after signing in", () => {
  it.each(["/admin", "/admin/team", "/admin/parcels?mode=test&status=failure", "/admin/brand#colors", "/admin?mode=test"])(
    "is %s, where the address asks for it",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.example",
    "//evil.example/admin",
    "/\\evil.example",
    "/admin/../../evil",
    "/admin/..//evil.example",
    "/admin/..\\..\\evil.example",
    "/adminevil.example",
    "/admin@evil.example",
    "/usps/1",
    "javascript:alert(1)",
    "/\t/evil.example",
    "\u0000/admin",
    "",
    null,
    ["/admin/team"],
  ])("is the console's first screen, where it asks for %j", (path) => {
    expect(ownPath(path)).toBe("/admin");
  });

  it("is never on another host, whatever is asked for", () => {
    const tail = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.constantFrom("/../", "\\", "..", "//", "@", "\t", "%2e%2e/"));
    fc.assert(
      fc.property(fc.array(tail, { maxLength: 5 }), (parts) => {
        const { origin, pathname } = new URL(ownPath(`/admin${parts.join("")}`), "https://track.example.com");
        expect([origin, /^\/admin(?:\/|$)/.test(pathname)]).toEqual(["https://track.example.com", true]);
      }),
      { numRuns: 200 },
    );
  });
});
