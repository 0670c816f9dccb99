import { expect, it } from "vitest";
import { type Brand, brandSchema } from "#lib/branding/brand.ts";
import type { DrawnImage } from "#lib/images/draw-bitmap.ts";
import { signpost, svgOf } from "#lib/images/pictures.testing.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { prune } from "#lib/retention/prune.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { checkImageOwners } from "./check-image-owners.ts";
import { findImage } from "./find-image.ts";
import { parseImageUrl } from "./image-url.ts";
import { loadDraft } from "./load-draft.ts";
import { publishDraft } from "./publish-draft.ts";
import { readImagePixels } from "./read-image-pixels.ts";
import { saveDraft } from "./save-draft.ts";
import { type StoredImage, storeImage } from "./store-image.ts";
import { uploadImage } from "./upload-image.ts";

const drawn = (text: string, byteCount = text.length): DrawnImage => ({
  bytes: Buffer.alloc(byteCount, text),
  format: "png",
  width: 20,
  height: 10,
});

async function store(test: TestDatabase, { id: merchantId }: Merchant, image: DrawnImage): Promise<StoredImage> {
  const outcome = await storeImage(test, { merchantId, userId: null, image });
  if (outcome.kind === "refused") throw new Error(outcome.message);
  return outcome.image;
}

/** What is served at an address. */
async function served(test: TestDatabase, url: string): Promise<string | null> {
  const address = parseImageUrl(url);
  const found = address && (await findImage(test, address));
  return found ? Buffer.from(found.bytes).toString() : null;
}

const brandWith = (name: string, changes: Partial<Brand>): Brand => ({
  ...brandSchema.parse({ version: 1, name, colors: { brand: "#1f5c46" } }),
  ...changes,
});

describeOnEveryEngine("a shop's images", (open) => {
  it("are drawn anew, kept, and served at an address that a brand takes", async () => {
    const test = await open();
    const { id: merchantId } = await createMerchant(test, "fern");
    const bytes = await signpost().png().toBuffer();
    const upload = await uploadImage(test, { merchantId, userId: null, purpose: "logo", bytes, crop: null });
    if (upload.kind !== "uploaded") throw new Error(upload.message);
    expect(upload.image).toMatchObject({
      url: expect.stringMatching(/^\/uploads\/fern\/[\da-f]{64}\.(?:png|webp)$/),
      width: 128,
      height: 64,
    });
    expect(checkImageOwners(brandWith("Fern", { logo: { light: upload.image, dark: null } }), "fern")).toEqual([]);
    const address = parseImageUrl(upload.image.url);
    expect(address && (await findImage(test, address))).toMatchObject({ width: 128, height: 64 });
  });

  it("tell their colours to their own shop only", async () => {
    const test = await open();
    const { id: merchantId } = await createMerchant(test, "fern");
    await createMerchant(test, "night");
    const bytes = await signpost().png().toBuffer();
    const upload = await uploadImage(test, { merchantId, userId: null, purpose: "icon", bytes, crop: null });
    const url = upload.kind === "uploaded" ? upload.image.url : "";
    expect(await readImagePixels(test, { slug: "fern", url })).toMatchObject({ width: 96, height: 96 });
    expect(await readImagePixels(test, { slug: "fern", url })).toMatchObject({ width: 96, height: 96 });
    expect(await readImagePixels(test, { slug: "night", url })).toBeNull();
    expect(await readImagePixels(test, { slug: "night", url: url.replace("/fern/", "/night/") })).toBeNull();
    expect(await readImagePixels(test, { slug: "fern", url: "/brands/waymark/icon.svg" })).toBeNull();
  });

  it("are refused in words, and nothing of them is kept", async () => {
    const test = await open();
    const { id: merchantId } = await createMerchant(test, "fern");
    const bytes = svgOf("<script>alert(1)</script>");
    const upload = await uploadImage(test, { merchantId, userId: null, purpose: "logo", bytes, crop: null });
    expect(upload).toMatchObject({ kind: "refused", message: expect.stringContaining("contains a script") });
    expect(await test.db.kysely.selectFrom("images").select("id").execute()).toEqual([]);
  });

  it("are kept once however often they are uploaded, and apart from those of another shop", async () => {
    const test = await open();
    const [fern, night] = [await createMerchant(test, "fern"), await createMerchant(test, "night")];
    const image = await store(test, fern, drawn("leaf"));
    expect(await store(test, fern, drawn("leaf"))).toEqual(image);
    expect(await test.db.kysely.selectFrom("images").select("id").execute()).toHaveLength(1);
    expect(await served(test, image.url.replace("/fern/", "/night/"))).toBeNull();
    expect((await store(test, night, drawn("leaf"))).url).toBe(image.url.replace("/fern/", "/night/"));
    expect(await served(test, image.url)).toBe("leaf");
    expect(await served(test, image.url.replace(".png", ".webp"))).toBeNull();
    expect(await served(test, "/uploads/fern/../../etc/passwd")).toBeNull();
  });

  it("cannot be shown by another shop, since they could change or go away", async () => {
    const image = { url: `/uploads/fern/${"a".repeat(64)}.png`, width: 20, height: 10 };
    const bundled = { url: "/brands/waymark/icon.svg", width: 20, height: 20 };
    const brand = brandWith("Night", { logo: { light: bundled, dark: image }, icon: image });
    expect(checkImageOwners(brand, "fern")).toEqual([]);
    expect(checkImageOwners(brand, "night").map(({ path }) => path)).toEqual(["logo.dark.url", "icon.url"]);
    expect(checkImageOwners(brand, "fer")).toHaveLength(2);
  });

  it("are so many and no more, for each shop by itself", async () => {
    const test = await open();
    const [fern, night] = [await createMerchant(test, "fern"), await createMerchant(test, "night")];
    for (let index = 0; index < 200; index += 1) await store(test, fern, drawn(`leaf ${index}`));
    const oneMore = { merchantId: fern.id, userId: null, image: drawn("another leaf") };
    expect(await storeImage(test, oneMore)).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("as many images as it may"),
    });
    expect(await storeImage(test, { ...oneMore, image: drawn("leaf 7") })).toMatchObject({ kind: "stored" });
    expect(await storeImage(test, { ...oneMore, merchantId: night.id })).toMatchObject({ kind: "stored" });
    const huge = drawn("huge", 40 * 1024 * 1024);
    expect(await storeImage(test, { ...oneMore, merchantId: night.id, image: huge })).toMatchObject({ kind: "refused" });
  });

  it("are deleted a month after the last upload, save those that a draft or any version shows", async () => {
    const test = await open();
    const [fern, night] = [await createMerchant(test, "fern"), await createMerchant(test, "night")];
    const [inVersion, inDraft, unused, again, ofNight] = [
      await store(test, fern, drawn("in a version")),
      await store(test, fern, drawn("in the draft")),
      await store(test, fern, drawn("unused")),
      await store(test, fern, drawn("uploaded again")),
      await store(test, night, drawn("unused")),
    ];
    const studio = { merchantId: fern.id, userId: await addUser(test) };
    const revision = async () => (await loadDraft(test, studio)).revision;
    const save = async (brand: Brand) => saveDraft(test, { ...studio, revision: await revision(), brand });
    const publish = async (brand: Brand) => {
      await save(brand);
      expect(await publishDraft(test, { ...studio, revision: await revision(), note: null })).toMatchObject({ kind: "published" });
    };
    await publish(brandWith("Fern", { logo: { light: inVersion, dark: null } }));
    await publish(brandWith("Fern", {}));
    await save(brandWith("Fern", { icon: inDraft }));

    test.clock.advanceMinutes(20 * 24 * 60);
    await store(test, fern, drawn("uploaded again"));
    await prune(test);
    expect(await served(test, unused.url)).toBe("unused");
    test.clock.advanceMinutes(11 * 24 * 60);
    await prune(test);
    const left = await Promise.all([inVersion, inDraft, again, unused, ofNight].map(({ url }) => served(test, url)));
    expect(left).toEqual(["in a version", "in the draft", "uploaded again", null, null]);
  });
});

async function addUser({ db, clock }: TestDatabase) {
  const now = clock.now();
  const row = {
    id: "usr_ann",
    name: "Ann",
    email: "ann@fern.example",
    email_verified: 1,
    image: null,
    created_at: now,
    updated_at: now,
  } as const;
  await db.kysely.insertInto("users").values(row).execute();
  return row.id;
}
