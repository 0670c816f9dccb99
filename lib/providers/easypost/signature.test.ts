import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import type { SourceSecrets } from "../provider.ts";
import { contextOf, hmac, minutesFromNow, type NOW, TARGET, webhookOf, wordOf } from "../webhooks.testing.ts";
import { verifyEasyPostWebhook } from "./signature.ts";

const BODY = '{"object":"Event","weight":16.0}';

async function judge(headers: Record<string, string>, changes: { body?: string; target?: string; secrets?: SourceSecrets } = {}) {
  const { secrets = { webhookSecret: "whisper" }, ...webhook } = changes;
  return wordOf(await verifyEasyPostWebhook(webhookOf({ body: BODY, ...webhook, headers }), contextOf(secrets)));
}

const v1 = (secret = "whisper", body = BODY) => ({ "x-hmac-signature": `hmac-sha256-hex=${hmac(secret, body)}` });

function v2(changes: { at?: Date | string; path?: string; method?: string; secret?: string; body?: string } = {}) {
  const { at = minutesFromNow(0), path = TARGET, method = "POST", secret = "whisper", body = BODY } = changes;
  const timestamp = typeof at === "string" ? at : at.toUTCString().replace("GMT", "+0000");
  return {
    "x-timestamp": timestamp,
    "x-path": path,
    "x-hmac-signature-v2": `hmac-sha256-hex=${hmac(secret, timestamp + method + path + body)}`,
  };
}

describe("EasyPost's first signature", () => {
  it("is believed when it was made with the secret", async () => {
    expect(await judge(v1())).toBe("genuine");
  });

  it.each([
    ["was made with another secret", v1("shout")],
    ["was made over another body", v1("whisper", BODY.replace("16.0", "16"))],
    ["is cut short", { "x-hmac-signature": v1()["x-hmac-signature"].slice(0, -1) }],
    ["is longer than it should be", { "x-hmac-signature": `${v1()["x-hmac-signature"]}0` }],
    ["lacks its prefix", { "x-hmac-signature": hmac("whisper", BODY) }],
    ["is empty", { "x-hmac-signature": "" }],
    ["is sent twice", { "x-hmac-signature": `${v1()["x-hmac-signature"]}, ${v1()["x-hmac-signature"]}` }],
  ])("is forged when it %s", async (_, headers) => {
    expect(await judge(headers)).toBe("forged");
  });

  it("counts as missing when it is", async () => {
    expect(await judge({})).toBe("unsigned");
  });

  it("cannot be checked without a secret", async () => {
    expect(await judge(v1(""), { secrets: {} })).toBe("not_configured");
    expect(await judge(v1(""), { secrets: { webhookSecret: "" } })).toBe("not_configured");
  });

  it("is read alike however the secret's accents are spelt", async () => {
    const signed = v1("sécret".normalize("NFKD"));
    expect(await judge(signed, { secrets: { webhookSecret: "s\u00e9cret" } })).toBe("genuine");
    expect(await judge(signed, { secrets: { webhookSecret: "se\u0301cret" } })).toBe("genuine");
  });

  it("may be made with the secret before for as long as that is said to hold", async () => {
    const until = (minutes: number) => ({
      webhookSecret: "new",
      previous: { webhookSecret: "whisper", until: minutesFromNow(minutes).toISOString() as typeof NOW },
    });
    expect(await judge(v1("whisper"), { secrets: until(1) })).toBe("genuine");
    expect(await judge(v1("new"), { secrets: until(1) })).toBe("genuine");
    expect(await judge(v1("whisper"), { secrets: until(0) })).toBe("forged");
  });
});

describe("EasyPost's second signature", () => {
  it("is believed when time, method, path and body are those that were signed", async () => {
    expect(await judge(v2())).toBe("genuine");
    expect(await judge({ ...v1(), ...v2() })).toBe("genuine");
  });

  it.each([-4.9, 4.9])("is believed again within the window: %d minutes", async (minutes) => {
    expect(await judge(v2({ at: minutesFromNow(minutes) }))).toBe("genuine");
  });

  it.each([-5.1, 5.1, -60 * 24])("is stale outside of it: %d minutes", async (minutes) => {
    expect(await judge(v2({ at: minutesFromNow(minutes) }))).toBe("stale");
  });

  it("is stale when nobody can read its time", async () => {
    expect(await judge(v2({ at: "yesterday" }))).toBe("stale");
    expect(await judge(v2({ at: "" }))).toBe("stale");
  });

  it.each([
    ["another path", v2({ path: "/api/hooks/fern/other" })],
    ["no path", v2({ path: "" })],
    ["another method", v2({ method: "PUT" })],
    ["another secret", v2({ secret: "shout" })],
    ["another body", v2({ body: "{}" })],
    ["another time", { ...v2(), "x-timestamp": minutesFromNow(1).toUTCString() }],
  ])("is forged when it is about %s", async (_, headers) => {
    expect(await judge(headers)).toBe("forged");
  });

  it("may sign the query with the path, or leave it out", async () => {
    const target = `${TARGET}?from=easypost`;
    expect(await judge(v2({ path: target }), { target })).toBe("genuine");
    expect(await judge(v2({ path: TARGET }), { target })).toBe("genuine");
  });

  it("is not saved by a good first one", async () => {
    expect(await judge({ ...v1(), ...v2({ at: minutesFromNow(-6) }) })).toBe("stale");
    expect(await judge({ ...v1(), ...v2({ secret: "shout" }) })).toBe("forged");
    expect(await judge({ ...v1(), "x-hmac-signature-v2": "" })).toBe("forged");
  });
});

describe.skipIf(!sharedFixtures.present)(`EasyPost's own example of a signature (${sharedFixtures.label})`, () => {
  it("is believed, byte for byte", async () => {
    const folder = ["easypost", "webhook-hmac-vector"] as const;
    const vector = sharedFixtures.readJson(...folder, "vector.json") as { secret: string; value: string; body_file: string };
    const body = readFileSync(sharedFixtures.path(...folder, vector.body_file), "utf8");
    const headers = { "x-hmac-signature": vector.value };
    expect(await judge(headers, { body, secrets: { webhookSecret: vector.secret } })).toBe("genuine");
    expect(await judge(headers, { body: `${body}\n`, secrets: { webhookSecret: vector.secret } })).toBe("forged");
  });
});
