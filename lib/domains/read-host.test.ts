import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHost } from "#lib/merchants/resolve-host.ts";
import { isOfPlatform } from "./platform.ts";
import { readHost } from "./read-host.ts";

const config = { publicOrigin: "https://track.example.com", platformDomain: "pages.example.net" };
const read = (text: string) => readHost(text, config);

describe("a host that a merchant types", () => {
  it.each([
    ["track.fern.example", "track.fern.example"],
    ["  Track.Fern.EXAMPLE. ", "track.fern.example"],
    ["fern.example", "fern.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["example.com", "example.com"],
  ])("%s is kept as %s", (text, host) => {
    expect(read(text)).toEqual({ kind: "host", host });
  });

  it.each([
    ["", /Type the name/],
    ["https://track.fern.example", /without https/],
    ["track.fern.example/parcels", /without a path/],
    ["me@fern.example", /Only the name/],
    ["*.fern.example", /wildcard/],
    ["track.fern.example:8443", /port/],
    ["192.0.2.7", /address/],
    ["127.1", /address/],
    ["0x7f.1", /address/],
    ["[2001:db8::1]", /address/],
    ["2001:db8::1", /address/],
    ["fern", /one part/],
    ["shop.localhost", /nobody/],
    ["printer.local", /nobody/],
    ["7.2.0.192.in-addr.arpa", /nobody/],
    ["track.example.com", /platform's own/],
    ["fern.track.example.com", /platform's own/],
    ["fern.pages.example.net", /platform's own/],
    ["fern_shop.example", /letters, digits/],
    ["-fern.example", /letters, digits/],
    ["a b.example", /letters, digits/],
    [`${"a".repeat(64)}.example`, /letters, digits/],
    [`${"a.".repeat(120)}example`, /too long/],
  ])("%j is refused with the reason", (text, reason) => {
    expect(read(text)).toEqual({ kind: "refused", message: expect.stringMatching(reason) });
  });

  it("is a name that DNS and browsers spell the same, or refused, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.domain(), fc.webUrl()), (text) => {
        const answer = read(text);
        if (answer.kind === "refused") return;
        expect(parseHost(answer.host)).toBe(answer.host);
        expect(answer.host).toMatch(/^[a-z\d.-]+$/);
        expect(isOfPlatform(answer.host, config)).toBe(false);
        expect(read(answer.host)).toEqual(answer);
      }),
      { numRuns: 500 },
    );
  });
});
