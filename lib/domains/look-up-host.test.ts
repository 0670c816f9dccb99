import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dnsAt, startDnsServer, type TestDnsServer, type Zone } from "#lib/dns/dns-server.testing.ts";
import { judgeFindings } from "./findings.ts";
import { lookUpHost } from "./look-up-host.ts";
import type { PlatformConfig } from "./platform.ts";

let server: TestDnsServer;
beforeEach(async () => {
  server = await startDnsServer();
});
afterEach(() => server.close());

const HOST = "track.fern.example";
const PLATFORM: PlatformConfig = { publicOrigin: "https://track.example.com", platformDomain: "track.example.com" };
const OURS: Zone = { "A track.example.com": ["192.0.2.7"], "AAAA track.example.com": ["2001:db8::7"] };

async function lookUp(zone: Zone, config = PLATFORM) {
  server.tell({ ...OURS, ...zone });
  return (await lookUpHost({ dns: dnsAt(server), config }, { host: HOST, proof: "waymark=fern" })).findings;
}

describe("the proof of a host", () => {
  const proofIn = async (zone: Zone) => (await lookUp(zone)).proof;

  it("is right when one of the TXT records is it, quoted or not", async () => {
    expect(await proofIn({ "TXT _waymark.track.fern.example": ["v=spf1 -all", "waymark=fern"] })).toEqual({ kind: "right" });
    expect(await proofIn({ "TXT _waymark.track.fern.example": ['"waymark=fern"'] })).toEqual({ kind: "right" });
  });

  it("is wrong when there is only something else, and what that is is told", async () => {
    const found = ["waymark=moss", "WAYMARK=FERN", `x${"y".repeat(300)}`];
    const proof = await proofIn({ "TXT _waymark.track.fern.example": found });
    expect(proof).toEqual({ kind: "wrong", found: ["waymark=moss", "WAYMARK=FERN", expect.stringMatching(/^xy{199}…$/)] });
  });

  it("does not count at the host itself", async () => {
    expect(await proofIn({ "TXT track.fern.example": ["waymark=fern"] })).toEqual({ kind: "none" });
  });

  it("is unknown while name servers are out of order", async () => {
    expect((await proofIn({ "FAIL _waymark.track.fern.example": "servfail" })).kind).toBe("broken");
  });
});

describe("where a host leads", () => {
  const pointerIn = async (zone: Zone, config = PLATFORM) => (await lookUp(zone, config)).pointer;

  it.each(["track.example.com", "fern.track.example.com"])("is here by an alias for %s", async (target) => {
    expect(await pointerIn({ "CNAME track.fern.example": [target] })).toEqual({ kind: "here", found: [target] });
  });

  it("is here when each of its addresses is ours", async () => {
    const pointer = await pointerIn({ "A track.fern.example": ["192.0.2.7"], "AAAA track.fern.example": ["2001:db8::7"] });
    expect(pointer).toEqual({ kind: "here", found: ["192.0.2.7", "2001:db8::7"] });
  });

  it("is here by an alias of an alias, which ends at our addresses", async () => {
    const pointer = await pointerIn({ "CNAME track.fern.example": ["edge.fern.example"], "A track.fern.example": ["192.0.2.7"] });
    expect(pointer.kind).toBe("here");
  });

  it("is elsewhere at another address", async () => {
    expect(await pointerIn({ "A track.fern.example": ["198.51.100.1"] })).toEqual({
      kind: "elsewhere",
      found: ["198.51.100.1"],
      isOnlyPartly: false,
    });
  });

  it("is elsewhere in part where one address is not ours: some shoppers would get lost", async () => {
    expect(await pointerIn({ "A track.fern.example": ["192.0.2.7", "198.51.100.1"] })).toEqual({
      kind: "elsewhere",
      found: ["198.51.100.1"],
      isOnlyPartly: true,
    });
  });

  it("is elsewhere by an alias that ends nowhere", async () => {
    expect((await pointerIn({ "CNAME track.fern.example": ["old-shop.example.org"] })).kind).toBe("elsewhere");
  });

  it("is elsewhere by an alias that only looks like ours", async () => {
    const lookalike = { "CNAME track.fern.example": ["nottrack.example.com"], "A track.fern.example": ["198.51.100.1"] } as const;
    expect((await pointerIn(lookalike)).kind).toBe("elsewhere");
  });

  it("is nowhere without a record", async () => {
    expect(await pointerIn({ "FAIL track.fern.example": "nxdomain" })).toEqual({ kind: "none" });
  });

  it.each<[whose: string, zone: Zone]>([
    ["its own name servers", { "FAIL track.fern.example": "servfail" }],
    ["the installation's name servers", { "A track.fern.example": ["192.0.2.7"], "FAIL track.example.com": "servfail" }],
  ])("cannot be said while %s are out of order", async (_, zone) => {
    expect((await pointerIn(zone)).kind).toBe("broken");
  });

  it("is compared with the one address of an installation without a name", async () => {
    const config = { publicOrigin: "http://192.0.2.9:3000", platformDomain: null };
    expect((await pointerIn({ "A track.fern.example": ["192.0.2.9"] }, config)).kind).toBe("here");
  });
});

describe("a verdict", () => {
  const right = { kind: "right" } as const;
  const broken = { kind: "broken", problem: "no name server answered in time" } as const;
  const here = { kind: "here", found: ["192.0.2.7"] } as const;
  it.each([
    [right, here, "proven"],
    [right, { kind: "none" }, "missing"],
    [{ kind: "none" }, here, "missing"],
    [{ kind: "none" }, broken, "missing"],
    [right, broken, "unknown"],
    [broken, here, "unknown"],
    [broken, broken, "unknown"],
    [broken, { kind: "none" }, "missing"],
  ] as const)("on a proof of %j and a pointer of %j is %s", (proof, pointer, verdict) => {
    const findings = { proof, pointer: pointer.kind === "here" ? { ...pointer, found: [...pointer.found] } : pointer };
    expect(judgeFindings(findings)).toBe(verdict);
  });
});
