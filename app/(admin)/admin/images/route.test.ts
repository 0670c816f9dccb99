import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";
import { signpost, svgOf } from "#lib/images/pictures.testing.ts";
import type { Role } from "#lib/shared/role.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { POST } from "./route.ts";

async function openShop(test: TestDatabase, slug: string, role: Role) {
  provideTestServices(test);
  const { id: merchantId } = await createMerchant(test, slug);
  const created = await createUser(test, { name: "Ann", email: `ann@${slug}.example`, password: "turquoise-walnut-ferry-42" });
  if (created.kind !== "created") throw new Error(created.kind);
  await addMember(test, { merchantId, userId: created.userId, role });
  const { cookies } = await startSession(test, { userId: created.userId, headers: new Headers({ "user-agent": "test" }) });
  const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
  const ours = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin", cookie };
  return {
    merchantId,
    /** What the upload is answered: its status, and its JSON. */
    async upload(body: Uint8Array | string, query: Record<string, string> = {}, headers: Record<string, string> = {}) {
      const address = `http://localhost:3000/admin/images?${new URLSearchParams({ merchant: slug, purpose: "logo", ...query })}`;
      const request = new Request(address, { method: "POST", body: body as BodyInit, headers: { ...ours, ...headers } });
      const response = await POST(request, { params: Promise.resolve({}) });
      return [response.status, await response.json()] as const;
    },
  };
}

const imageCount = async ({ db }: TestDatabase) => (await db.kysely.selectFrom("images").select("id").execute()).length;
const refused = (status: number, words: string) => [status, expect.objectContaining({ detail: expect.stringContaining(words) })];

describeOnEveryEngine("an upload", (open) => {
  it("is answered with what a brand says of an image, cropped as it was asked for", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const bytes = await signpost(400, 200).png().toBuffer();
    const url = expect.stringMatching(/^\/uploads\/fern\/[\da-f]{64}\.(?:png|webp)$/);
    expect(await shop.upload(bytes)).toEqual([200, { url, width: 128, height: 64 }]);
    expect(await shop.upload(bytes, { crop: "0,0,100,100", purpose: "icon" })).toEqual([200, { url, width: 100, height: 100 }]);
  });

  it("is taken by what is in it, whatever it is called", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "editor");
    const as = (type: string) => ({ "content-type": type });
    const png = await signpost().png().toBuffer();
    expect((await shop.upload(png, {}, as("text/html")))[0]).toBe(200);
    expect(await imageCount(test)).toBe(1);
    expect(await shop.upload("%PDF-1.7", {}, as("image/png"))).toEqual(refused(422, "This is a PDF"));
    expect(await shop.upload("<html><script>alert(1)</script>", {}, as("image/svg+xml"))).toEqual(refused(422, "This is a web page"));
    expect(await shop.upload(svgOf("<script/>"), {}, as("image/png"))).toEqual(refused(422, "contains a script"));
    expect(await shop.upload("", {}, as("image/png"))).toEqual(refused(422, "This file is empty"));
    expect(await imageCount(test)).toBe(1);
  });

  it("is left where it is when it is too large, by what it says or by what comes", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const large = new Uint8Array(MOST_UPLOAD_BYTES + 1);
    expect(await shop.upload(large)).toEqual(refused(413, "larger than 5 MB"));
    expect(await shop.upload("GIF89a", {}, { "content-length": "999999999" })).toEqual(refused(413, "larger than 5 MB"));
  });

  it("is not understood with a purpose or a crop that is none", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    for (const query of [{ purpose: "banner" }, { crop: "0,0,0,10" }, { crop: "1,2,3" }, { crop: "-1,0,5,5" }, { crop: "" }]) {
      expect(await shop.upload("GIF89a", query)).toEqual(refused(400, "Say purpose=logo|icon|promo"));
    }
  });

  it("is for editors of that very shop, from the console's own pages", async () => {
    const test = await open();
    const [viewer, rival] = [await openShop(test, "fern", "viewer"), await openShop(test, "night", "owner")];
    const png = await signpost().png().toBuffer();
    expect((await viewer.upload(png))[0]).toBe(403);
    expect((await rival.upload(png, { merchant: "fern" }))[0]).toBe(404);
    expect((await rival.upload(png, {}, { cookie: "" }))[0]).toBe(401);
    expect((await rival.upload(png, {}, { origin: "https://evil.example", "sec-fetch-site": "cross-site" }))[0]).toBe(403);
    expect(await imageCount(test)).toBe(0);
  });

  it("is written down in the audit log, taken or not", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "owner");
    await shop.upload(await signpost().png().toBuffer());
    await shop.upload("nothing");
    const entries = await test.db.kysely.selectFrom("audit_entries").select(["merchant_id", "action", "outcome"]).orderBy("at").execute();
    const entry = { merchant_id: shop.merchantId, action: "image.upload" };
    expect(entries.map(({ outcome }) => outcome).sort()).toEqual(["done", "refused"]);
    expect(entries).toEqual([expect.objectContaining(entry), expect.objectContaining(entry)]);
  });
});
