import { createHmac, generateKeyPairSync, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { anyText, standardSecret } from "../endpoint-secret.ts";
import type { Signer, UnsignedMessage } from "./message.ts";
import { signEasyPost } from "./sign-easypost.ts";
import { signShipEngine } from "./sign-shipengine.ts";
import { signShippo } from "./sign-shippo.ts";
import { signStandard } from "./sign-standard.ts";

const random = (count: number) => new Uint8Array(count).map((_, index) => index * 7 + count);
const MESSAGE: UnsignedMessage = {
  id: "evt_1",
  sentAt: "2026-03-01T12:00:00Z" as Instant,
  url: "https://shop.example/hooks/waymark?token=1",
  body: '{"weight":16.0,"message":"Zürich 📦"}',
};
const noKey = () => Promise.reject(new Error("this format needs no key of ours"));
const sign = (signer: Signer, secrets: readonly string[], message = MESSAGE) => signer(message, { secrets, findSigningKey: noKey });
const hmac = (secret: string | Uint8Array, text: string) => createHmac("sha256", secret).update(text);

describe("Standard Webhooks", () => {
  const [present, former] = [standardSecret.make(random), `whsec_${Buffer.alloc(32, 5).toString("base64")}`];
  const now = { ...MESSAGE, sentAt: formatInstant(Math.floor(Date.now() / 1000) * 1000) };

  it("are accepted by the library's own verification, and by none with another secret", async () => {
    const headers = await sign(signStandard, [present], now);
    expect(new Webhook(present).verify(now.body, headers)).toEqual(JSON.parse(now.body));
    expect(() => new Webhook(former).verify(now.body, headers)).toThrow();
    expect(() => new Webhook(present).verify(`${now.body} `, headers)).toThrow();
  });

  it("sign id, seconds and body as the specification says", async () => {
    const key = Buffer.from(present.slice("whsec_".length), "base64");
    expect(await sign(signStandard, [present])).toEqual({
      "webhook-id": "evt_1",
      "webhook-timestamp": "1772366400",
      "webhook-signature": `v1,${hmac(key, `evt_1.1772366400.${MESSAGE.body}`).digest("base64")}`,
    });
  });

  it("carry a signature by each secret while they are rotated", async () => {
    const headers = await sign(signStandard, [present, former], now);
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const secret of [present, former]) expect(new Webhook(secret).verify(now.body, headers)).toBeTruthy();
  });
});

describe("EasyPost's signatures", () => {
  it("cover the body, and time, method, path and body", async () => {
    expect(await sign(signEasyPost, ["secret"])).toEqual({
      "x-hmac-signature": `hmac-sha256-hex=${hmac("secret", MESSAGE.body).digest("hex")}`,
      "x-timestamp": "Sun, 01 Mar 2026 12:00:00 -0000",
      "x-path": "/hooks/waymark",
      "x-hmac-signature-v2": `hmac-sha256-hex=${hmac("secret", `Sun, 01 Mar 2026 12:00:00 -0000POST/hooks/waymark${MESSAGE.body}`).digest("hex")}`,
    });
  });

  it("are left out where there is no secret", async () => {
    expect(await sign(signEasyPost, [])).toEqual({});
  });

  it("are the same however the secret's accents are written", async () => {
    const [composed, decomposed] = ["sécret".normalize("NFC"), "sécret".normalize("NFD")];
    expect(await sign(signEasyPost, [composed])).toEqual(await sign(signEasyPost, [decomposed]));
  });

  it.skipIf(!sharedFixtures.present)(`are those of the official vector (${sharedFixtures.label})`, async () => {
    const vector = sharedFixtures.readJson("easypost", "webhook-hmac-vector", "vector.json") as Record<string, string>;
    const body = readFileSync(sharedFixtures.path("easypost", "webhook-hmac-vector", vector.body_file ?? ""), "utf8");
    const headers = await sign(signEasyPost, [vector.secret ?? ""], { ...MESSAGE, body });
    expect(headers["x-hmac-signature"]).toBe(vector.value);
  });
});

describe("Shippo's signature", () => {
  it("covers seconds and body", async () => {
    const secret = anyText.make(random);
    expect(await sign(signShippo, [secret])).toEqual({
      "shippo-auth-signature": `t=1772366400,v1=${hmac(secret, `1772366400.${MESSAGE.body}`).digest("hex")}`,
    });
  });

  it("is left out where there is no secret", async () => {
    expect(await sign(signShippo, [])).toEqual({});
  });
});

describe("ShipEngine's signature", () => {
  it("is verified by the public key over time and body", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const findSigningKey = async () => ({ id: "key-1", privateKey });
    const headers = await signShipEngine(MESSAGE, { secrets: [], findSigningKey });
    expect(headers).toMatchObject({ "x-shipengine-rsa-sha256-key-id": "key-1", "x-shipengine-timestamp": MESSAGE.sentAt });
    const isGenuine = (text: string) =>
      verify("RSA-SHA256", Buffer.from(text), publicKey, Buffer.from(headers["x-shipengine-rsa-sha256-signature"] ?? "", "base64"));
    expect(isGenuine(`${MESSAGE.sentAt}.${MESSAGE.body}`)).toBe(true);
    expect(isGenuine(`${MESSAGE.sentAt}.${MESSAGE.body} `)).toBe(false);
  });
});
