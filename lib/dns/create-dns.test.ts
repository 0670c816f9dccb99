import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dnsAt, startDnsServer, type TestDnsServer } from "./dns-server.testing.ts";

let server: TestDnsServer;
beforeEach(async () => {
  server = await startDnsServer();
});
afterEach(() => server.close());

const SHORT_MS = 150;
const dns = () => dnsAt(server);

describe("DNS", () => {
  it("gives the records there are, each text in one piece", async () => {
    const long = `waymark=${"x".repeat(400)}`;
    server.tell({ "TXT _waymark.fern.example": [long, "v=spf1 -all"] });
    expect(await dns().ask("TXT", "_waymark.fern.example")).toEqual({ kind: "found", records: [long, "v=spf1 -all"] });
  });

  it("gives names in one spelling", async () => {
    server.tell({ "CNAME track.fern.example": ["Track.Example.COM"] });
    expect(await dns().ask("CNAME", "track.fern.example")).toEqual({ kind: "found", records: ["track.example.com"] });
  });

  it("gives addresses of both kinds", async () => {
    server.tell({ "A fern.example": ["192.0.2.7", "192.0.2.8"], "AAAA fern.example": ["2001:db8::7"] });
    expect(await dns().ask("A", "fern.example")).toEqual({ kind: "found", records: ["192.0.2.7", "192.0.2.8"] });
    expect(await dns().ask("AAAA", "fern.example")).toEqual({ kind: "found", records: ["2001:db8::7"] });
  });

  it("knows a name that does not exist from one without such a record, and takes both for none", async () => {
    server.tell({ "A fern.example": ["192.0.2.7"], "FAIL nobody.example": "nxdomain" });
    expect(await dns().ask("TXT", "fern.example")).toEqual({ kind: "none" });
    expect(await dns().ask("A", "nobody.example")).toEqual({ kind: "none" });
  });

  it.each([
    ["servfail", /SERVFAIL/],
    ["refused", /refused/],
  ] as const)("does not take a name server that is %s for a missing record", async (failure, words) => {
    server.tell({ "FAIL fern.example": failure });
    expect(await dns().ask("TXT", "fern.example")).toEqual({ kind: "broken", problem: expect.stringMatching(words) });
  });

  it("does not take a name server that never answers for a missing record", async () => {
    server.tell({ "FAIL fern.example": "silent" });
    const answer = await dnsAt(server, SHORT_MS).ask("TXT", "fern.example");
    expect(answer).toEqual({ kind: "broken", problem: expect.stringMatching(/in time/) });
  });

  it("does not take an unreachable name server for a missing record", async () => {
    const { address } = server;
    await server.close();
    server = await startDnsServer();
    const answer = await dnsAt({ address }, SHORT_MS).ask("A", "fern.example");
    expect(answer.kind).toBe("broken");
  });

  it("says so of a name that cannot be asked for", async () => {
    expect((await dns().ask("A", "bad..example")).kind).toBe("broken");
  });

  it("asks anew each time, for somebody may have just mended it", async () => {
    await dns().ask("A", "fern.example");
    server.tell({ "A fern.example": ["192.0.2.7"] });
    expect(await dns().ask("A", "fern.example")).toEqual({ kind: "found", records: ["192.0.2.7"] });
    const one = dns();
    await one.ask("A", "fern.example");
    server.tell({});
    expect(await one.ask("A", "fern.example")).toEqual({ kind: "none" });
  });
});
