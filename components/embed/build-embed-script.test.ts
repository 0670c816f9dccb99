import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#lib/view/languages.ts";
import { buildEmbedScript } from "./build-embed-script.mjs";

describe("the script for the pages of shops", () => {
  let folder: string;
  let script: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-embed-"));
    script = await buildEmbedScript(join(folder, "embed.js"));
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is less than 3 KB on its way", async () => {
    expect(brotliCompressSync(script).length).toBeLessThan(3 * 1024);
    expect(await readFile(join(folder, "embed.js"), "utf8")).toBe(script);
  });

  it("speaks every language that the pages speak", () => {
    const heard = script.replace(/\\[ux]([\da-f]{4}|[\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    for (const { messages } of LANGUAGES) expect(heard).toContain(messages["embed.track_number"]);
  });

  it("runs as a module and as any other script, and asks nobody for anything by itself", () => {
    expect(script).not.toMatch(/\bimport\b|\bexport\b|\bfetch\(|https?:\/\//);
  });
});
