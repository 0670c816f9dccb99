import fc from "fast-check";
import { expect, it } from "vitest";
import { anyBrand } from "#lib/branding/brand.testing.ts";
import { diffBrands } from "#lib/branding/diff-brands.ts";
import { signpost, svgOf } from "#lib/images/pictures.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import type { BrandFile } from "./brand-file.ts";
import { openStudio, type Studio } from "./studio.testing.ts";
import { uploadImage } from "./upload-image.ts";

const GREEN = { version: 1, name: "Fern", colors: { brand: "#1f5c46" } };

async function typeWithLogo(test: TestDatabase, { merchantId, userId, type }: Studio) {
  const uploaded = await uploadImage(test, { merchantId, userId, purpose: "logo", bytes: await signpost().png().toBuffer(), crop: null });
  if (uploaded.kind !== "uploaded") throw new Error(uploaded.message);
  await type({ ...GREEN, logo: { light: uploaded.image, dark: null } });
  return uploaded.image;
}

const faultsOf = async (studio: Studio, file: unknown) => {
  const read = await studio.readFile(file);
  expect(await studio.importFile(file)).toEqual(read);
  return read.kind === "invalid" ? read.issues : [];
};

describeOnEveryEngine("a brand on its way to another shop", (open) => {
  it("arrives as it left, whatever it is", async () => {
    const test = await open();
    const [fern, night] = [await openStudio(test), await openStudio(test, "night")];
    await fc.assert(
      fc.asyncProperty(anyBrand, async (brand) => {
        await fern.type(brand);
        const imported = await night.importFile(await fern.export());
        expect(imported).toMatchObject({ kind: "imported" });
        expect(diffBrands(brand, (await night.load()).brand as typeof brand)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("goes into the draft, and is shown to nobody before it is published", async () => {
    const test = await open();
    const studio = await openStudio(test);
    const { published, revision } = await studio.load();
    expect(await studio.importFile(GREEN)).toMatchObject({ kind: "imported", revision: revision + 1 });
    expect(await studio.load()).toMatchObject({ brand: { name: "Fern" }, revision: revision + 1, updatedBy: "Ann fern" });
    expect(await studio.shown()).toEqual(published.brand);
  });

  it("says first what it would change, and does nothing yet", async () => {
    const studio = await openStudio(await open());
    const read = await studio.readFile(GREEN);
    expect(read).toMatchObject({ kind: "readable", imageCount: 0, changes: [{ path: "name" }, { path: "colors.brand" }] });
    expect(await studio.load()).toMatchObject({ isPublished: true, updatedAt: null });
  });

  it("brings its pictures along, drawn anew and kept by the shop it came to", async () => {
    const test = await open();
    const [fern, night] = [await openStudio(test), await openStudio(test, "night")];
    const logo = await typeWithLogo(test, fern);
    const file = await fern.export();
    expect(file.images.map(({ url }) => url)).toEqual([logo.url]);

    const read = await night.readFile(file);
    expect(read).toMatchObject({ kind: "readable", imageCount: 1 });
    const seen = read.kind === "readable" ? read.changes.find(({ path }) => path === "logo.light")?.after : null;
    expect(seen).toMatch(/^data:image\/(png|webp);base64,/);

    await night.importFile(file);
    const { brand, issues } = await night.load();
    expect(issues).toEqual([]);
    expect(brand).toMatchObject({ logo: { light: { url: expect.stringMatching(/^\/uploads\/night\/[\da-f]{64}\./), width: logo.width } } });
    expect(await night.publishNow()).toMatchObject({ kind: "published" });
  });

  it("changes nothing where it came from", async () => {
    const test = await open();
    const studio = await openStudio(test);
    const logo = await typeWithLogo(test, studio);
    const read = await studio.readFile(await studio.export());
    expect(read).toMatchObject({ kind: "readable", changes: [] });
    await studio.importFile(await studio.export());
    expect((await studio.load()).brand).toMatchObject({ logo: { light: logo } });
  });

  it("is the published one or the draft, right or wrong, with nobody else's pictures", async () => {
    const test = await open();
    const [fern, night] = [await openStudio(test), await openStudio(test, "night")];
    const logo = await typeWithLogo(test, night);
    await fern.type({ name: "", logo: { light: logo } });
    expect(await fern.export("published")).toMatchObject({ format: "waymark-brand", version: 1, brand: { name: "Shop fern" } });
    expect(await fern.export("draft")).toMatchObject({ brand: { name: "" }, images: [] });
  });
});

describeOnEveryEngine("a bad brand file", (open) => {
  it("says where it stops being JSON", async () => {
    const studio = await openStudio(await open());
    expect(await faultsOf(studio, '{\n  "format": "waymark-brand",\n  oops\n}')).toEqual([
      { path: "", message: expect.stringMatching(/^not JSON: expected a name in double quotes.* at line 3, column 3$/) },
    ]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ["another kind of file", { format: "figma" }, "format", /another kind of file/],
    ["a file of a later version", { format: "waymark-brand", version: 2, brand: GREEN }, "version", /another version/],
    ["no object at all", [], "", /expected object/],
    ["a wrong brand, by its path", { format: "waymark-brand", version: 1, brand: { ...GREEN, radius: 99 } }, "brand.radius", /28/],
    ["a brand with a misspelt key", { ...GREEN, colours: {} }, "colours", /spelling/],
    [
      "pictures that are no base64",
      { format: "waymark-brand", version: 1, brand: GREEN, images: [{ url: "a", format: "png", base64: "#" }] },
      "images.0.base64",
      /base64/,
    ],
  ])("names what is wrong with %s", async (_, file, path, message) => {
    const studio = await openStudio(await open());
    const faults = await faultsOf(studio, file);
    expect(faults).toContainEqual({ path, message: expect.stringMatching(message) });
  });

  it("cannot show another shop's pictures, nor pictures it does not bring", async () => {
    const test = await open();
    const [fern, night] = [await openStudio(test), await openStudio(test, "night")];
    await typeWithLogo(test, night);
    const file = await night.export();
    expect(await faultsOf(fern, { ...file, images: [] })).toEqual([
      { path: "brand.logo.light", message: expect.stringMatching(/neither/) },
    ]);
    expect(await fern.load()).toMatchObject({ isPublished: true });
  });

  it("cannot bring what is no picture, or does more than one", async () => {
    const test = await open();
    const [fern, night] = [await openStudio(test), await openStudio(test, "night")];
    await typeWithLogo(test, night);
    const file = await night.export();
    const bringing = (bytes: Buffer): BrandFile => ({
      ...file,
      images: file.images.map((image) => ({ ...image, base64: bytes.toString("base64") })),
    });
    expect(await faultsOf(fern, bringing(Buffer.from("<html><script>alert(1)</script>")))).toMatchObject([{ path: "brand.logo.light" }]);
    expect(await faultsOf(fern, bringing(svgOf('<script>alert(1)</script><rect width="9" height="9"/>')))).toMatchObject([
      { path: "brand.logo.light" },
    ]);
  });
});
