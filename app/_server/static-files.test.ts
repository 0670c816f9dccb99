import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressStaticFiles } from "./compress-static-files.mjs";
import { createStaticFiles } from "./static-files.ts";

const CSS = ".card{color:var(--wm-ink)}".repeat(200);
let server: Server;
let origin = "";

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), "waymark-public-"));
  for (const folder of ["assets", "brands", "secret"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "assets/document.abc.css"), CSS);
  writeFileSync(join(root, "brands/logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg"><!--${"x".repeat(500)}--></svg>`);
  writeFileSync(join(root, "secret/key.css"), CSS);
  writeFileSync(join(root, "embed.js"), "// for shops");
  await compressStaticFiles(root);
  const serve = createStaticFiles(root, { dev: false, compress: true });
  server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

describe("public files", () => {
  it.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["identity", null],
  ])("are sent as small as the client can read: %s", async (accepted, encoding) => {
    const answer = await fetch(`${origin}/assets/document.abc.css`, { headers: { "accept-encoding": accepted } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toContain("text/css");
    expect(await answer.text()).toBe(CSS);
  });

  it("may be kept for ever under a hashed name, and for an hour under another", async () => {
    const [asset, logo] = await Promise.all([fetch(`${origin}/assets/document.abc.css`), fetch(`${origin}/brands/logo.svg`)]);
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(logo.headers.get("cache-control")).toBe("public, max-age=3600");
  });

  it("give the embed's script to any site's page, for minutes under an address that stays", async () => {
    for (const path of ["/embed.js", "/embed.js?from=mail"]) {
      const answer = await fetch(`${origin}${path}`);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=300, stale-while-revalidate=86400",
        "content-type": expect.stringContaining("javascript"),
        "cross-origin-resource-policy": "cross-origin",
        etag: expect.any(String),
      });
      const again = await fetch(`${origin}${path}`, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
      expect(again.status).toBe(304);
    }
    const logo = await fetch(`${origin}/brands/logo.svg`);
    expect(logo.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["/secret/key.css", "/assets/../secret/key.css", "/assets/%2e%2e/secret/key.css", "/assets/missing.css", "/assets/", "/"])(
    "are only those of the public folders: %s",
    async (path) => {
      const answer = await fetch(`${origin}${path}`);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, null]);
    },
  );

  it("are read, and say of nothing else that it was done", async () => {
    const statusOf = async (method: string) => (await fetch(`${origin}/embed.js`, { method })).status;
    expect(await Promise.all(["GET", "HEAD", "POST", "PUT", "DELETE"].map(statusOf))).toEqual([200, 200, 405, 405, 405]);
  });
});
