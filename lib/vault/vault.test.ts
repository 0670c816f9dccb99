import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createFixedRandom } from "#lib/testing/fixed-random.ts";
import { deriveKey, openText, sealText } from "./sealing.ts";
import { readOrMakeSecretKey } from "./secret-key-file.ts";

const key = deriveKey("a secret of thirty-two characters", "vault");
const seal = (text: string, purpose = "sources.secrets") => sealText(text, { key, purpose, random: randomBytes });

describe("sealing", () => {
  it("keeps any text, and shows nothing of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sealed = seal(text);
        expect(openText(sealed, { key, purpose: "sources.secrets" })).toBe(text);
        expect(sealed).toMatch(/^v1\.[\w-]+$/);
      }),
    );
  });

  it("never looks the same twice", () => {
    expect(seal("hunter2")).not.toBe(seal("hunter2"));
  });

  it("opens by the same key and for the same purpose only", () => {
    expect(openText(seal("hunter2"), { key, purpose: "endpoints.secret" })).toBeNull();
    expect(
      openText(seal("hunter2"), { key: deriveKey("another secret of so many characters", "vault"), purpose: "sources.secrets" }),
    ).toBeNull();
  });

  it("notices any change, and any nonsense", () => {
    const sealed = Buffer.from(seal("hunter2").slice(3), "base64url");
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openText(`v1.${changed.toString("base64url")}`, { key, purpose: "sources.secrets" })).toBeNull();
    }
    for (const nonsense of ["", "v1.", "v1.AAAA", "v2.AAAA", "{}", seal("x").slice(0, -4)]) {
      expect(openText(nonsense, { key, purpose: "sources.secrets" })).toBeNull();
    }
  });
});

describe("the key file", () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is made once, for its owner only, with nothing left beside it", () => {
    const dataDir = join(folder, "first");
    const made = readOrMakeSecretKey(dataDir, createFixedRandom());
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(readOrMakeSecretKey(dataDir, createFixedRandom("another"))).toBe(made);
    expect(statSync(join(dataDir, "secret.key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["secret.key"]);
  });

  it("is one for two processes that start at once: the second to write takes the first one's", () => {
    const dataDir = join(folder, "race");
    let other = "";
    const whileOneIsAtIt = (count: number) => {
      other = readOrMakeSecretKey(dataDir, createFixedRandom("other"));
      return createFixedRandom("one")(count);
    };
    expect(readOrMakeSecretKey(dataDir, whileOneIsAtIt)).toBe(other);
    expect(readFileSync(join(dataDir, "secret.key"), "utf8").trim()).toBe(other);
    expect(readdirSync(dataDir)).toEqual(["secret.key"]);
  });

  it("that is too short to be one is refused, not replaced", () => {
    writeFileSync(join(folder, "secret.key"), "short\n");
    expect(() => readOrMakeSecretKey(folder, randomBytes)).toThrow(/secret\.key is shorter than 32 characters.*SECRET_KEY/);
    expect(readFileSync(join(folder, "secret.key"), "utf8")).toBe("short\n");
  });

  it("that cannot be made is explained", () => {
    const file = join(folder, "no-folder");
    writeFileSync(file, "");
    expect(() => readOrMakeSecretKey(join(file, "data"), randomBytes)).toThrow(/can be neither read nor made.*SECRET_KEY/);
    expect(existsSync(join(file, "data"))).toBe(false);
  });
});
