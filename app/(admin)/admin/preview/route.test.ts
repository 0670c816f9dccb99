import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { saveDraft } from "#lib/brands/save-draft.ts";
import type { UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET, POST } from "./route.ts";

const RED = { version: 1, name: "Fern in red", colors: { brand: "#aa2211" }, wording: { en: { in_transit: "Rolling to you {day}" } } };

async function openShop(test: TestDatabase, slug: string, role: Role) {
  provideTestServices(test);
  const { id: merchantId } = await createMerchant(test, slug);
  const created = await createUser(test, { name: "Ann", email: `ann@${slug}.example`, password: "turquoise-walnut-ferry-42" });
  if (created.kind !== "created") throw new Error(created.kind);
  const userId: UserId = created.userId;
  await addMember(test, { merchantId, userId, role });
  const { cookies } = await startSession(test, { userId, headers: new Headers({ "user-agent": "test" }) });
  const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
  const base = { host: "localhost:3000", cookie };
  const call = (handler: typeof GET, query: string, init: RequestInit) =>
    handler(new Request(`http://localhost:3000/admin/preview?${query}`, init), { params: Promise.resolve({}) });
  return {
    merchantId,
    userId,
    look: (query: string, headers: Record<string, string> = {}) => call(GET, query, { headers: { ...base, ...headers } }),
    show: (fields: Record<string, string>, headers: Record<string, string> = {}, query = `merchant=${slug}`) =>
      call(POST, query, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { ...base, origin: "http://localhost:3000", "sec-fetch-site": "same-origin", ...headers },
      }),
  };
}

describeOnEveryEngine("the preview of a brand", (open) => {
  it("is the page itself, as the draft would have it", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const response = await shop.show({ brand: JSON.stringify(RED), sample: "in_transit" });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain("Rolling to you tomorrow");
    expect(html).toContain('data-status="in_transit"');
    expect(html).toContain("Fern in red");
    expect(html).not.toContain("data-refresh");
  });

  it("shows each language, theme and tier that is asked for", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const fields = { brand: JSON.stringify(RED), sample: "delivered" };
    const html = await (await shop.show({ ...fields, lang: "ar", theme: "dark", tier: "private" })).text();
    expect(html).toMatch(/<html lang="ar" dir="rtl" data-theme="dark">/);
    expect(html).toContain("SAMPLE-1001");
    expect(await (await shop.show({ ...fields, tier: "public" })).text()).not.toContain("SAMPLE-1001");
  });

  it("shows the images of a parcel too, in the draft's colours, on whatever mails are read on", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const imagesOf = async (brand: object) => {
      const html = await (await shop.show({ brand: JSON.stringify(brand), kind: "image", sample: "delivered" })).text();
      return [...(html.match(/data:image\/png;base64,[\w+/=]+/g) ?? [])];
    };
    const [red, green] = [await imagesOf(RED), await imagesOf({ ...RED, colors: { brand: "#117744" } })];
    expect([red.length, new Set(red).size]).toEqual([7, 3]);
    expect(red.filter((image) => green.includes(image))).toEqual([]);
  });

  it("goes on with what is right while something is typed that is not", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const half = await shop.show({
      brand: JSON.stringify({ ...RED, name: "", radius: "x", colors: { brand: "#aa" } }),
      sample: "nonsense",
      lang: "?",
    });
    expect(half.status).toBe(200);
    expect(await half.text()).toContain("Shop fern");
    expect((await shop.show({ brand: '{"version":1,' })).status).toBe(200);
    expect((await shop.show({})).status).toBe(200);
  });

  it("may be framed by the console alone, is kept nowhere, and leads nowhere", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const { headers } = await shop.show({ brand: JSON.stringify(RED) });
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toMatch(/; sandbox allow-scripts allow-same-origin$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("shows viewers what is published and what is worked on, and lets them try nothing", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "viewer");
    await saveDraft(test, { merchantId: shop.merchantId, userId: shop.userId, revision: 1, brand: RED });
    expect(await (await shop.look("merchant=fern&of=draft&sample=in_transit")).text()).toContain("Fern in red");
    expect(await (await shop.look("merchant=fern&sample=in_transit")).text()).toContain("Shop fern");
    expect((await shop.show({ brand: JSON.stringify(RED) })).status).toBe(403);
  });

  it("is not for another shop's people, nor for nobody, nor for another site's pages", async () => {
    const test = await open();
    await openShop(test, "night", "owner");
    const shop = await openShop(test, "fern", "owner");
    expect((await shop.look("merchant=night")).status).toBe(404);
    expect((await shop.show({ brand: JSON.stringify(RED) }, {}, "merchant=night")).status).toBe(404);
    expect((await shop.look("merchant=fern", { cookie: "" })).status).toBe(401);
    expect((await shop.show({}, { origin: "https://evil.example", "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("takes no more than a brand can be", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    expect((await shop.show({ brand: "x".repeat(300_000) })).status).toBe(413);
  });
});
