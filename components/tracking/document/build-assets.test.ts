import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDocumentAssets } from "./build-assets.mjs";

const KB = 1024;

describe("the document's built files", () => {
  let folder: string;
  let manifest: Awaited<ReturnType<typeof buildDocumentAssets>>;
  const read = (url: string) => readFile(join(folder, url.replace("/assets/", "")), "utf8");

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-assets-"));
    manifest = await buildDocumentAssets({ outDir: folder });
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("carry a hash of their content in their names, and are listed in the manifest", async () => {
    expect(manifest.assets.css).toMatch(/^\/assets\/document\.[\w-]{10}\.css$/);
    expect(JSON.parse(await read("/assets/manifest.json"))).toEqual(manifest);
    expect(await readdir(folder)).toHaveLength(5);
  });

  it("keep to their budgets", () => {
    expect(manifest.sizes.css.brotli).toBeLessThan(7 * KB);
    expect(manifest.sizes.embed.brotli).toBeLessThan(1 * KB);
    expect(manifest.sizes.enhance.brotli).toBeLessThan(1 * KB);
    expect(manifest.sizes.freshness.brotli).toBeLessThan(22 * KB);
  });

  it("ask nobody else for anything", async () => {
    for (const url of Object.values(manifest.assets)) expect(await read(url), url).not.toMatch(/@import|url\(|fetch\("https?:/);
  });

  it("style every class the page uses in its layouts", async () => {
    const css = await read(manifest.assets.css);
    for (const selector of ["[data-layout=classic]", ".banner", "[data-layout=minimal]", ".sr-only", "@media print", "forced-colors"])
      expect(css, selector).toContain(selector);
  });

  it("name no colour that the brand should have named", async () => {
    const [screen = ""] = (await read(manifest.assets.css)).split("@media print");
    expect(screen.match(/#(?:[0-9a-f]{3}|[0-9a-f]{6})\b/gi) ?? []).toEqual([]);
  });
});
