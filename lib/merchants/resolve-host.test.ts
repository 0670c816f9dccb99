import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHost, resolveHost } from "./resolve-host.ts";

describe("a Host header", () => {
  it.each([
    ["track.example.com", "track.example.com"],
    ["Track.Example.COM:8443", "track.example.com"],
    ["track.example.com.", "track.example.com"],
    ["track.example.com.:443", "track.example.com"],
    ["localhost:3000", "localhost"],
    ["192.0.2.7:3000", "192.0.2.7"],
    ["[2001:DB8::1]:3000", "[2001:db8::1]"],
    ["[::1]", "[::1]"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ])("%s names the host %s", (header, host) => {
    expect(parseHost(header)).toBe(host);
  });

  it.each([
    null,
    undefined,
    "",
    "   ",
    "a b.example",
    "exa/mple.com",
    "user@example.com",
    "-bad.example",
    "bad-.example",
    "a..b",
    "..",
    ":80",
    "[::1",
    "2001:db8::1",
    `${"a".repeat(64)}.example`,
    "x.".repeat(200),
  ])("%j names no host", (header) => {
    expect(parseHost(header)).toBeNull();
  });

  it("names a merchant by exactly one label before the platform's domain", () => {
    expect(resolveHost("fern.track.example.com:3000", "track.example.com")).toEqual({ host: "fern.track.example.com", slug: "fern" });
    expect(resolveHost("a.fern.track.example.com", "track.example.com").slug).toBeNull();
    expect(resolveHost("track.example.com", "track.example.com").slug).toBeNull();
  });

  it.each(["ferntrack.example.com", "fern.track.example.com.evil.example", "fern.xtrack.example.com", "fern.track.example.co"])(
    "is not fooled by %s",
    (header) => {
      expect(resolveHost(header, "track.example.com").slug).toBeNull();
    },
  );

  it("names no merchant where there is no platform domain", () => {
    expect(resolveHost("fern.example.com", null)).toEqual({ host: "fern.example.com", slug: null });
  });

  it("never throws, and what it reads it reads again the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.domain(), fc.ipV6()), (header) => {
        const host = parseHost(header);
        if (host !== null) {
          expect(parseHost(host)).toBe(host);
          expect(host).toBe(host.toLowerCase());
        }
        expect(resolveHost(header, "example.com").host).toBe(host);
      }),
      { numRuns: 500 },
    );
  });

  it("finds every slug, in any case, with any port, with or without the last dot", () => {
    const label = fc.stringMatching(/^[a-z\d](?:[a-z\d-]{0,20}[a-z\d])?$/);
    fc.assert(
      fc.property(label, fc.boolean(), fc.boolean(), fc.option(fc.integer({ min: 0, max: 65535 })), (slug, isUpper, hasDot, port) => {
        const name = `${slug}.track.example.com${hasDot ? "." : ""}${port === null ? "" : `:${port}`}`;
        expect(resolveHost(isUpper ? name.toUpperCase() : name, "track.example.com").slug).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});
