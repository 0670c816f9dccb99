import { describe, expect, it } from "vitest";
import type { SourceSecrets } from "../provider.ts";
import { basic, contextOf, hmac, minutesFromNow, TARGET, webhookOf, wordOf } from "../webhooks.testing.ts";
import { verifyShippoWebhook } from "./signature.ts";

const BODY = '{"event":"track_updated"}';

async function judge(secrets: SourceSecrets, changes: { headers?: Record<string, string>; target?: string }) {
  return wordOf(await verifyShippoWebhook(webhookOf({ body: BODY, ...changes }), contextOf(secrets)));
}

function signed({ minutes = 0, secret = "whisper", body = BODY } = {}) {
  const time = String(minutesFromNow(minutes).getTime() / 1000);
  return { "shippo-auth-signature": `t=${time},v1=${hmac(secret, `${time}.${body}`)}` };
}

describe("Shippo's signature", () => {
  const judgeSigned = (headers: Record<string, string>) => judge({ webhookSecret: "whisper" }, { headers });

  it("is believed when time and body are those that were signed", async () => {
    expect(await judgeSigned(signed())).toBe("genuine");
    expect(await judgeSigned(signed({ minutes: -4.9 }))).toBe("genuine");
  });

  it.each([-5.1, 5.1])("is stale %d minutes from now", async (minutes) => {
    expect(await judgeSigned(signed({ minutes }))).toBe("stale");
  });

  it.each([
    ["another secret", signed({ secret: "shout" })],
    ["another body", signed({ body: "{}" })],
    ["another time", { "shippo-auth-signature": signed()["shippo-auth-signature"].replace(/t=\d+/, "t=1") }],
    ["its end missing", { "shippo-auth-signature": signed()["shippo-auth-signature"].slice(0, -1) }],
    ["no time", { "shippo-auth-signature": `v1=${hmac("whisper", `.${BODY}`).replace(/.$/, "g")}` }],
    ["nothing in it", { "shippo-auth-signature": "" }],
    ["signs only", { "shippo-auth-signature": "=,=,,t,v1" }],
  ])("is forged with %s", async (_, headers) => {
    expect(await judgeSigned(headers)).toBe("forged");
  });

  it("is stale where its time is no number, whoever signed it", async () => {
    const time = "tomorrow";
    expect(await judgeSigned({ "shippo-auth-signature": `t=${time},v1=${hmac("whisper", `${time}.${BODY}`)}` })).toBe("stale");
  });
});

describe("Shippo's token", () => {
  const judgeToken = (query: string) => judge({ token: "tkn-1" }, { target: TARGET + query });

  it("is believed in the address", async () => {
    expect(await judgeToken("?token=tkn-1")).toBe("genuine");
    expect(await judgeToken("?a=1&token=tkn-1")).toBe("genuine");
  });

  it.each(["?token=tkn-2", "?token=tkn-", "?token=tkn-11", "?token="])("is forged when it is another: %s", async (query) => {
    expect(await judgeToken(query)).toBe("forged");
  });

  it.each(["", "?", "?key=tkn-1", "?TOKEN=tkn-1"])("is missing from %j", async (query) => {
    expect(await judgeToken(query)).toBe("unsigned");
  });

  it("does as well as a signature where a source has both secrets", async () => {
    const both = { token: "tkn-1", webhookSecret: "whisper" };
    expect(await judge(both, { target: `${TARGET}?token=tkn-1` })).toBe("genuine");
    expect(await judge(both, { headers: signed() })).toBe("genuine");
    expect(await judge(both, {})).toBe("unsigned");
    expect(await judge(both, { headers: signed({ minutes: -6 }), target: `${TARGET}?token=no` })).toBe("stale");
  });

  it("opens nothing to a source without secrets", async () => {
    expect(await judge({}, { target: `${TARGET}?token=`, headers: { authorization: basic("", "") } })).toBe("not_configured");
  });
});
