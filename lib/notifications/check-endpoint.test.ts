import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEndpointFaults } from "./check-endpoint.ts";
import { standardSecret } from "./endpoint-secret.ts";

const STRICT = { allowPrivateTargets: false };
const OPEN = { allowPrivateTargets: true };
const faultsOf = (wishes: Parameters<typeof findEndpointFaults>[1], format: Parameters<typeof findEndpointFaults>[0] = "easypost") =>
  findEndpointFaults(format, wishes, STRICT);
const headersOf = (...headers: [name: string, value: string][]) =>
  faultsOf({ headers: headers.map(([name, value]) => ({ name, value })) }).map(({ path, message }) => `${path} ${message}`);

describe("an endpoint's address", () => {
  it.each([
    "https://shop.example",
    "http://shop.example:8080/hooks/waymark?shop=1",
    "https://shop.example/h%20ooks",
    "https://bücher.example/hooks",
    "https://[2606:4700::1111]/hooks",
  ])("may be %s", (url) => {
    expect(faultsOf({ url })).toEqual([]);
  });

  it.each([
    ["", "is no address"],
    ["shop.example/hooks", "is no address"],
    ["ftp://shop.example", "must begin with https:// or http://"],
    ["javascript:alert(1)", "must begin with"],
    ["https://user:pass@shop.example", "must not hold a user name or password"],
    ["https://shop.example/#part", "must not hold a fragment"],
    ["https://shop.example/ hooks", "spaces"],
    ["https://shop.example/\nhooks", "invisible"],
    ["https://shop.example/\0", "invisible"],
    ["https://shop.example/\ud800", "invisible"],
    [`https://shop.example/${"x".repeat(2048)}`, "at most 2048"],
    ["http://127.0.0.1/hooks", "private, loopback or link-local"],
    ["http://2130706433/", "private, loopback or link-local"],
    ["http://[::ffff:10.0.0.1]/", "private, loopback or link-local"],
    ["http://169.254.169.254/latest/meta-data", "private, loopback or link-local"],
    ["http://localhost:3000/", "leads to the server itself"],
    ["http://api.localhost./", "leads to the server itself"],
  ])("may not be %j", (url, problem) => {
    expect(faultsOf({ url })).toEqual([{ path: "url", message: expect.stringContaining(problem) }]);
  });

  it("may be private where the operator allows it", () => {
    expect(findEndpointFaults("easypost", { url: "http://127.0.0.1:9/hooks" }, OPEN)).toEqual([]);
    expect(findEndpointFaults("easypost", { url: "http://localhost:9/hooks" }, OPEN)).toEqual([]);
  });

  it("of any text is judged without a fault of our own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (url) => {
        expect(Array.isArray(faultsOf({ url }))).toBe(true);
      }),
    );
  });
});

describe("an endpoint's own headers", () => {
  it("may be up to twenty of any name that is not ours", () => {
    expect(headersOf(["Authorization", "Bearer abc"], ["X-Shop", ""])).toEqual([]);
    const many = (count: number) => Array.from({ length: count }, (_, index): [string, string] => [`x-${index}`, "1"]);
    expect(headersOf(...many(20))).toEqual([]);
    expect(headersOf(...many(21))).toEqual(["headers must be at most 20"]);
  });

  it.each([
    "Host",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "Proxy-Authorization",
    "Webhook-Id",
    "X-Hmac-Signature",
    "X-ShipEngine-Timestamp",
  ])("may not be %s", (name) => {
    expect(headersOf([name, "1"])).toEqual([`headers.0.name ${name.toLowerCase()} is set by Waymark itself`]);
  });

  it.each([["x\r\nhost"], ["x y"], [""], ["x:y"], ["ü"], ["x".repeat(101)]])("may not be called %j", (name) => {
    expect(headersOf([name, "1"])).toEqual([expect.stringMatching(/^headers\.0\.name must be a header's name/)]);
  });

  it.each([["1\r\nx-injected: 1"], ["1\n"], ["\0"], ["ü"], ["x".repeat(1001)]])("may not hold %j", (value) => {
    expect(headersOf(["x-shop", value])).toEqual([expect.stringMatching(/^headers\.0\.value must be one line/)]);
  });

  it("may not come twice, in whatever case", () => {
    expect(headersOf(["X-Shop", "1"], ["x-shop", "2"])).toEqual(["headers.1.name x-shop is there twice"]);
  });
});

describe("an endpoint's secret", () => {
  it("of Standard Webhooks is 24 to 64 bytes as base64 after whsec_", () => {
    const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString("base64")}`;
    const isGood = (secret: string) => faultsOf({ secret }, "standard").length === 0;
    expect([24, 32, 64].map((bytes) => isGood(secretOf(bytes)))).toEqual([true, true, true]);
    expect([0, 23, 65].map((bytes) => isGood(secretOf(bytes)))).toEqual([false, false, false]);
    expect(["", "whsec_", "secret", "whsec_not base64 at all, but long enough!"].map(isGood)).toEqual([false, false, false, false]);
    expect(isGood(standardSecret.make((count) => new Uint8Array(count).fill(9)))).toBe(true);
  });

  it("of EasyPost and Shippo is any text up to 256 characters, or none", () => {
    for (const format of ["easypost", "shippo"] as const) {
      const isGood = (secret: string | null) => faultsOf({ secret }, format).length === 0;
      expect(["s", "sécret", "x".repeat(256), null].map(isGood)).toEqual([true, true, true, true]);
      expect(["", "x".repeat(257), "a\0b", "\ud800"].map(isGood)).toEqual([false, false, false, false]);
    }
  });

  it("cannot be taken from Standard Webhooks, nor given to ShipEngine's format", () => {
    expect(faultsOf({ secret: null }, "standard")).toEqual([{ path: "secret", message: expect.stringContaining("always signed") }]);
    expect(faultsOf({ secret: "s" }, "shipengine")).toEqual([{ path: "secret", message: expect.stringContaining("/jwks") }]);
  });
});

it("is told everything that is wrong at once", () => {
  const faults = faultsOf({ url: "nowhere", name: "x".repeat(101), secret: "", headers: [{ name: "host", value: "\n" }] });
  expect(faults.map(({ path }) => path)).toEqual(["url", "name", "secret", "headers.0.name", "headers.0.value"]);
});
