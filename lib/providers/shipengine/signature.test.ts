import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PublishedKey, SourceSecrets } from "../provider.ts";
import { basic, contextOf, minutesFromNow, TARGET, webhookOf, wordOf } from "../webhooks.testing.ts";
import { verifyShipEngineWebhook } from "./signature.ts";

const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const others = generateKeyPairSync("rsa", { modulusLength: 2048 });
const BODY = '{"resource_type":"API_TRACK"}';

const findPublishedKey = async (keyId: string): Promise<PublishedKey> =>
  keyId === "key-1" ? { kind: "found", key: ours.publicKey } : { kind: "unknown" };

function signed({
  minutes = 0,
  body = BODY,
  key = ours.privateKey,
  keyId = "key-1",
  timestamp = minutesFromNow(minutes).toISOString(),
} = {}) {
  return {
    "x-shipengine-rsa-sha256-key-id": keyId,
    "x-shipengine-timestamp": timestamp,
    "x-shipengine-rsa-sha256-signature": sign("sha256", Buffer.from(`${timestamp}.${body}`), key).toString("base64"),
  };
}

async function judge(
  headers: Record<string, string>,
  { secrets = { acceptPublishedKeys: true }, target = TARGET, find = findPublishedKey }: JudgeOptions = {},
) {
  const webhook = webhookOf({ body: BODY, target, headers });
  return wordOf(await verifyShipEngineWebhook(webhook, contextOf(secrets, { findPublishedKey: find })));
}

interface JudgeOptions {
  secrets?: SourceSecrets;
  target?: string;
  find?: typeof findPublishedKey;
}

describe("ShipEngine's signature", () => {
  it("is believed when a published key made it", async () => {
    expect(await judge(signed())).toBe("genuine");
    expect(await judge(signed({ minutes: -4.9 }))).toBe("genuine");
  });

  it.each([-5.1, 5.1])("is stale %d minutes from now", async (minutes) => {
    expect(await judge(signed({ minutes }))).toBe("stale");
  });

  it.each([
    ["made by another key", signed({ key: others.privateKey })],
    ["of a key nobody published", signed({ keyId: "key-2" })],
    ["over another body", signed({ body: "{}" })],
    ["with another time", { ...signed(), "x-shipengine-timestamp": minutesFromNow(1).toISOString() }],
    ["cut short", { ...signed(), "x-shipengine-rsa-sha256-signature": signed()["x-shipengine-rsa-sha256-signature"].slice(0, -8) }],
    ["that is no base64", { ...signed(), "x-shipengine-rsa-sha256-signature": "%%%" }],
    ["that is empty", { ...signed(), "x-shipengine-rsa-sha256-signature": "" }],
  ])("is forged when it is one %s", async (_, headers) => {
    expect(await judge(headers)).toBe("forged");
  });

  it.each(Object.keys(signed()))("is missing without %s", async (name) => {
    const headers = Object.fromEntries(Object.entries(signed()).filter(([key]) => key !== name));
    expect(await judge(headers)).toBe("unsigned");
  });

  it("is left open while the keys cannot be had", async () => {
    const find = async (): Promise<PublishedKey> => ({ kind: "unavailable", problem: "it answers 502" });
    expect(await judge(signed(), { find })).toBe("undecided");
  });

  it("is not even looked at by a source that does not want it", async () => {
    const find = async (): Promise<PublishedKey> => expect.fail("the keys were asked for");
    expect(await judge(signed(), { find, secrets: { token: "tkn-1" } })).toBe("unsigned");
    expect(await judge(signed(), { find, secrets: {} })).toBe("not_configured");
  });
});

describe("ShipEngine's unsigned webhooks", () => {
  const secrets = { token: "tkn:1" };

  it("are believed with the token in the address, as bearer token or as password", async () => {
    expect(await judge({}, { secrets, target: `${TARGET}?token=tkn%3A1` })).toBe("genuine");
    expect(await judge({ authorization: "Bearer tkn:1" }, { secrets })).toBe("genuine");
    expect(await judge({ authorization: basic("anybody", "tkn:1") }, { secrets })).toBe("genuine");
  });

  it.each([basic("tkn:1", ""), basic("tkn", "1:"), "Bearer tkn", "bearer TKN:1"])("are forged with %s", async (authorization) => {
    expect(await judge({ authorization }, { secrets })).toBe("forged");
  });

  it.each(["Basic !!!", "Basic", "Digest tkn:1", "tkn:1", "Bearer "])("bring nothing along with %s", async (authorization) => {
    expect(await judge({ authorization }, { secrets })).toBe("unsigned");
  });

  it("need no keys while the token does", async () => {
    const find = async (): Promise<PublishedKey> => ({ kind: "unavailable", problem: "it answers 502" });
    const both = { token: "tkn:1", acceptPublishedKeys: true };
    expect(await judge({ authorization: "Bearer tkn:1", ...signed() }, { secrets: both, find })).toBe("genuine");
  });
});
