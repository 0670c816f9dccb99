import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dnsAt, startDnsServer, type TestDnsServer, type Zone } from "#lib/dns/dns-server.testing.ts";
import { dkimRecord } from "./dkim-key.ts";
import { explainDkim, explainDmarc, explainSpf } from "./explain-sender-findings.ts";
import { lookUpSender } from "./look-up-sender.ts";

let server: TestDnsServer;
beforeEach(async () => {
  server = await startDnsServer();
});
afterEach(() => server.close());

// As long as a real one, so that it comes in parts.
const KEY = `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${"Qk3x+/".repeat(50)}IDAQAB`;
const SENDER = { domain: "fern.example", selector: "waymark-abc", public_key: KEY };
const AT = "TXT waymark-abc._domainkey.fern.example";

async function look(zone: Zone) {
  server.tell(zone);
  const findings = { ...(await lookUpSender(dnsAt(server), SENDER)), missedSince: null };
  const say = { dkim: explainDkim(findings), spf: explainSpf(findings), dmarc: explainDmarc(findings) };
  return { ...findings, say };
}

describe("the key of a sender domain", () => {
  it.each([
    ["as we wrote it", dkimRecord(KEY)],
    ["with white space within the key", `v=DKIM1; k=rsa; p=${KEY.slice(0, 100)} ${KEY.slice(100)}`],
    ["in another order, without spaces", `k=rsa;p=${KEY};v=DKIM1;`],
    ["without the tags that can be left out", `p=${KEY}`],
    ["with the quotes that a form kept", `"v=DKIM1; k=rsa; p=${KEY.slice(0, 200)}" "${KEY.slice(200)}"`],
  ])("is found %s", async (_, record) => {
    const { dkim } = await look({ [AT]: [record] });
    expect(dkim).toEqual({ kind: "right", isTesting: false });
  });

  it("is found while it says that it is tested, and that is told", async () => {
    const { dkim, say } = await look({ [AT]: [`v=DKIM1; t=y:s; p=${KEY}`] });
    expect(dkim).toEqual({ kind: "right", isTesting: true });
    expect(say.dkim.text).toContain("t=y");
  });

  it.each([
    ["another key", `v=DKIM1; k=rsa; p=${KEY.slice(0, -8)}`, "other_key", "easily cut off"],
    ["an empty key", "v=DKIM1; p=", "no_key", "revoked"],
    ["no key at all", "v=DKIM1; k=rsa", "no_key", "revoked"],
    ["a key of another kind", `v=DKIM1; k=ed25519; p=${KEY}`, "not_dkim", "no DKIM key"],
    ["some other text", "hello world", "not_dkim", "no DKIM key"],
  ])("is not found in a record with %s, which is explained", async (_, record, because, words) => {
    const { dkim, say } = await look({ [AT]: [record] });
    expect(dkim).toMatchObject({ kind: "wrong", because });
    expect(say.dkim).toMatchObject({ kind: "wrong", text: expect.stringContaining(words) });
  });

  it("is not trusted beside another record, since receivers may take either", async () => {
    const { dkim } = await look({ [AT]: [dkimRecord(KEY), "v=DKIM1; p=other"] });
    expect(dkim.kind).toBe("several");
  });

  it("is missing where there is nothing, and unknown where nobody could say", async () => {
    expect((await look({})).dkim.kind).toBe("none");
    const { dkim, say } = await look({ "FAIL waymark-abc._domainkey.fern.example": "servfail" });
    expect(dkim.kind).toBe("broken");
    expect(say.dkim.kind).toBe("unknown");
  });
});

describe("the list of servers that may send", () => {
  it("is right where there is one, whatever else is said beside it", async () => {
    const { spf, say } = await look({ "TXT fern.example": ["google-site-verification=x", "v=spf1 include:_spf.mail.example mx ~all"] });
    expect(spf).toEqual({ kind: "found", record: "v=spf1 include:_spf.mail.example mx ~all", letsEverybody: false, lookUps: 2 });
    expect(say.spf.kind).toBe("right");
  });

  it.each([
    ["there are two", ["v=spf1 mx ~all", "v=spf1 a ~all"], "several SPF records"],
    ["it lets everybody", ["v=spf1 +all"], "+all"],
    ["it asks for too much", [`v=spf1 ${Array.from({ length: 11 }, (_, n) => `include:s${n}.example`).join(" ")} ~all`], "11 times"],
  ])("is wrong where %s", async (_, records, words) => {
    const { say } = await look({ "TXT fern.example": records });
    expect(say.spf).toMatchObject({ kind: "wrong", text: expect.stringContaining(words) });
  });

  it("may be missing: the signature carries the mail", async () => {
    const { say } = await look({ "TXT fern.example": ["v=spf10 nonsense"] });
    expect(say.spf).toMatchObject({ kind: "missing", text: expect.stringContaining("signature alone") });
  });
});

describe("what becomes of mails that fail", () => {
  it.each([
    ["v=DMARC1; p=none; rua=mailto:d@fern.example", "let mails through"],
    ["v=DMARC1;p=quarantine;adkim=s", "among the junk"],
    ["V=DMARC1; P=Reject", "refuse"],
  ])("is read from %s", async (record, words) => {
    const { dmarc, say } = await look({ "TXT _dmarc.fern.example": [record] });
    expect(dmarc).toMatchObject({ kind: "found", at: "fern.example" });
    expect(say.dmarc).toMatchObject({ kind: "right", text: expect.stringContaining(words) });
  });

  it("is what the domain above says of those below, where there is no own record", async () => {
    server.tell({ "TXT _dmarc.fern.example": ["v=DMARC1; p=reject; sp=none"] });
    const { dmarc } = await lookUpSender(dnsAt(server), { ...SENDER, domain: "news.fern.example" });
    expect(dmarc).toMatchObject({ kind: "found", at: "fern.example", policy: "none" });
  });

  it("is not known from two records, nor from one without a policy", async () => {
    expect((await look({ "TXT _dmarc.fern.example": ["v=DMARC1; p=none", "v=DMARC1; p=reject"] })).say.dmarc.kind).toBe("wrong");
    expect((await look({ "TXT _dmarc.fern.example": ["v=DMARC1; rua=mailto:d@fern.example"] })).say.dmarc.kind).toBe("wrong");
    expect((await look({})).say.dmarc.kind).toBe("missing");
  });
});
