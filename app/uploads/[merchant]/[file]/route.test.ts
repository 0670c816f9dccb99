import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { storeImage } from "#lib/brands/store-image.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

async function openShop(test: TestDatabase, slug: string, text: string) {
  const visit = createVisitor(test);
  const { id: merchantId } = await createMerchant(test, slug);
  const image = { bytes: Buffer.from(text), format: "webp", width: 20, height: 10 } as const;
  const stored = await storeImage(test, { merchantId, userId: null, image });
  if (stored.kind === "refused") throw new Error(stored.message);
  const look = (url = stored.image.url, headers: Record<string, string> = {}) => visit(GET, url, {}, headers);
  return { url: stored.image.url, look };
}

describeOnEveryEngine("an uploaded image", (open) => {
  it("is served to everybody, for ever, as a picture and nothing else", async () => {
    const shop = await openShop(await open(), "fern", "a leaf");
    const response = await shop.look();
    expect([response.status, await response.text()]).toEqual([200, "a leaf"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-waymark-body-length": "6",
    });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("is not sent again to whoever has it", async () => {
    const shop = await openShop(await open(), "fern", "another leaf");
    const etag = (await shop.look()).headers.get("etag") ?? "";
    const again = await shop.look(shop.url, { "if-none-match": `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await shop.look(shop.url, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("is a 404 under another shop, another format, or any other address", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "a leaf of Fern's");
    await openShop(test, "night", "a star");
    await shop.look();
    for (const url of [
      shop.url.replace("/fern/", "/night/"),
      shop.url.replace(".webp", ".png"),
      shop.url.replace(".webp", ".html"),
      shop.url.toUpperCase(),
      "/uploads/fern/..%2f..%2fetc%2fpasswd",
      `/uploads/fern/${"0".repeat(64)}.webp`,
    ]) {
      const response = await shop.look(url);
      expect([url, response.status, response.headers.get("cache-control")]).toEqual([url, 404, "no-store"]);
    }
  });
});
