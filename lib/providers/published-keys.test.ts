import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { HttpAnswer, HttpClient } from "#lib/http/http-client.ts";
import { createFakeClock } from "#lib/testing/fake-clock.ts";
import { createPublishedKeys } from "./published-keys.ts";

const first = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
const second = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
const weak = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey;
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;

const jwk = (kid: string, key: KeyObject) => ({ ...key.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" });
const answer = (body: unknown, status = 200): HttpAnswer => ({
  kind: "answer",
  status,
  headers: {},
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A publisher whose answer a test can change, and which counts how often it was asked. */
function publish(...keys: unknown[]) {
  const clock = createFakeClock();
  const world = { answer: answer({ keys }), asked: [] as string[] };
  const http: HttpClient = {
    async request({ url }) {
      world.asked.push(url);
      await new Promise(setImmediate);
      return world.answer;
    },
    close: async () => undefined,
  };
  const published = createPublishedKeys({ http, config: { shipengineUrl: "https://api.shipengine.example" }, clock });
  const find = async (keyId: string) => {
    const found = await published.find(keyId);
    return found.kind === "found" ? found.key.export({ format: "jwk" }).n : found.kind;
  };
  return { world, clock, find, published };
}

const modulus = (key: KeyObject) => key.export({ format: "jwk" }).n;

describe("published keys", () => {
  it("are found by id, and asked for once an hour", async () => {
    const { world, clock, find } = publish(jwk("a", first), jwk("b", second));
    expect([await find("a"), await find("b")]).toEqual([modulus(first), modulus(second)]);
    clock.advanceMinutes(59);
    expect(await find("a")).toBe(modulus(first));
    expect(world.asked).toEqual(["https://api.shipengine.example/jwks"]);
    clock.advanceMinutes(1);
    expect(await find("a")).toBe(modulus(first));
    expect(world.asked).toHaveLength(2);
  });

  it("are asked for once by many who come at the same time", async () => {
    const { world, find } = publish(jwk("a", first));
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => find("a"))))).toEqual(new Set([modulus(first)]));
    expect(world.asked).toHaveLength(1);
  });

  it("are asked for again when an id is new, but not more than once a minute", async () => {
    const { world, clock, find } = publish(jwk("a", first));
    await find("a");
    clock.advanceMinutes(2);
    world.answer = answer({ keys: [jwk("a", first), jwk("b", second)] });
    expect(await find("b")).toBe(modulus(second));
    for (let id = 0; id < 50; id += 1) expect(await find(`made up ${id}`)).toBe("unknown");
    expect(world.asked).toHaveLength(2);
    clock.advanceMinutes(1);
    expect(await find("made up")).toBe("unknown");
    expect(world.asked).toHaveLength(3);
  });

  it("that were taken back count no more within the hour", async () => {
    const { world, clock, find } = publish(jwk("a", first));
    await find("a");
    world.answer = answer({ keys: [jwk("b", second)] });
    clock.advanceMinutes(60);
    expect(await find("a")).toBe("unknown");
  });

  it("that were known go on counting for a day while the publisher is out of reach, and not longer", async () => {
    const { world, clock, find } = publish(jwk("a", first));
    await find("a");
    world.answer = { kind: "no_answer", problem: "timed out", isTimeout: true };
    clock.advanceMinutes(23 * 60);
    expect(await find("a")).toBe(modulus(first));
    clock.advanceMinutes(60);
    expect(await find("a")).toBe("unavailable");
  });

  it.each<[string, HttpAnswer]>([
    ["does not answer", { kind: "no_answer", problem: "timed out", isTimeout: true }],
    ["is refused", { kind: "refused_target", problem: "a private address" }],
    ["fails", answer("", 502)],
    ["redirects", answer("", 302)],
    ["answers no JSON", answer("<html>")],
    ["answers something else", answer({ keys: "none" })],
    ["answers too many", answer({ keys: Array.from({ length: 101 }, (_, index) => ({ kid: String(index), kty: "RSA" })) })],
  ])("are unavailable while the publisher %s, and there again a minute after it mends", async (_, failure) => {
    const { world, clock, find, published } = publish();
    world.answer = failure;
    expect(await published.find("a")).toMatchObject({ kind: "unavailable", problem: expect.stringContaining("/jwks cannot be had") });
    world.answer = answer({ keys: [jwk("a", first)] });
    expect(await find("a")).toBe("unavailable");
    clock.advanceMinutes(1);
    expect(await find("a")).toBe(modulus(first));
  });

  it("are only those of a kind and a strength to trust", async () => {
    const { find } = publish(jwk("weak", weak), jwk("elliptic", elliptic), { kid: "broken", kty: "RSA", n: "!", e: 1 }, jwk("a", first));
    expect([await find("weak"), await find("elliptic"), await find("broken"), await find("a")]).toEqual([
      "unknown",
      "unknown",
      "unknown",
      modulus(first),
    ]);
  });

  it("have ids of a sensible length, or nobody is asked", async () => {
    const { world, find } = publish(jwk("a", first));
    expect(await find("a".repeat(257))).toBe("unknown");
    expect(world.asked).toEqual([]);
  });
});
