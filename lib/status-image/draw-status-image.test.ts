import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBrand } from "#lib/branding/brand.testing.ts";
import { drawStatusImage, type ImageSubject } from "./draw-status-image.ts";
import { imageLook } from "./image-look.ts";
import { openPen } from "./pen.ts";
import { FERN_LOGO, readOwnLogo, sampleBrand, sampleImageView } from "./sample.testing.ts";
import { createStatusImages, type StatusImagesContext } from "./status-images.ts";

const PLATE = { kind: "plate", width: 320, scale: 1 } as const;
const subjectWith = (changes: Partial<ImageSubject>): ImageSubject => ({
  view: sampleImageView(),
  look: imageLook(sampleBrand(), null),
  size: PLATE,
  ...changes,
});

async function pixelsOf(image: Uint8Array) {
  const sharp = await openPen();
  const { data, info } = await sharp(Buffer.from(image)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)],
  };
}

describe("an image of a parcel's status", () => {
  it("is a plate of its own: one sees through its corners, and through nothing else", async () => {
    for (const theme of ["light", "dark"] as const) {
      const look = imageLook(sampleBrand({ radius: 20 }), theme);
      const { width, height, at } = await pixelsOf(await drawStatusImage(subjectWith({ look }), null));
      for (const [x, y] of [
        [0, 0],
        [width - 1, 0],
        [0, height - 1],
        [width - 1, height - 1],
      ] as const)
        expect(at(x, y)[3]).toBe(0);
      for (const [x, y] of [
        [width >> 1, 0],
        [0, height >> 1],
        [width >> 1, height - 1],
        [width >> 1, 8],
      ] as const)
        expect(at(x, y)[3]).toBe(255);
    }
  });

  it("has twice the pixels where it is asked to be crisp, and the shape of the other", async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(async (scale) => pixelsOf(await drawStatusImage(subjectWith({ size: { kind: "plate", width: 560, scale } }), null))),
    );
    expect([one?.width, two?.width]).toEqual([560, 1120]);
    expect(Math.abs((two?.height ?? 0) - 2 * (one?.height ?? 0))).toBeLessThanOrEqual(8);
  });

  it("is the same bytes each time", async () => {
    const subject = subjectWith({ look: imageLook(sampleBrand({ logo: FERN_LOGO }), null) });
    const logo = await readOwnLogo(subject);
    const [first, second] = [await drawStatusImage(subject, logo), await drawStatusImage(subject, logo)];
    expect(Buffer.from(first)).toEqual(Buffer.from(second));
  });

  it.each([
    ["is gone", null],
    ["is no picture", "<html>"],
    ["is larger than any of ours", `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>`],
  ])("names the shop in words where its logo %s", async (problem, file) => {
    const named = await drawStatusImage(subjectWith({}), null);
    const look = imageLook(
      sampleBrand({ logo: { light: { ...FERN_LOGO.light, url: `/brands/fern/${problem.replaceAll(" ", "-")}.svg` } } }),
      null,
    );
    expect(Buffer.from(await drawStatusImage(subjectWith({ look }), file === null ? null : Buffer.from(file)))).toEqual(Buffer.from(named));
  });

  it.each(["png", "webp", "jpeg"] as const)("shows a logo that was uploaded, however large: %s", async (format) => {
    const sharp = await openPen();
    const bytes = await sharp({ create: { width: 832, height: 128, channels: 3, background: "#ff0000" } })
      .toFormat(format)
      .toBuffer();
    const logo = { url: `/uploads/fern/${"0".repeat(64)}.${format === "jpeg" ? "jpg" : format}`, width: 416, height: 64 };
    const look = imageLook(sampleBrand({ logo: { light: logo } }), null);
    const { at } = await pixelsOf(await drawStatusImage(subjectWith({ look }), bytes));
    const [red = 0, green = 0, blue = 0] = at(30, 34);
    expect(red - Math.max(green, blue)).toBeGreaterThan(200);
  });

  it("is drawn whatever is written on it, and whatever the shop looks like", async () => {
    const text = fc.string({ unit: "binary", maxLength: 120 });
    const subject = fc.record({
      brand: anyBrand,
      name: text,
      headline: text,
      label: text,
      note: text,
      dir: fc.constantFrom("ltr", "rtl"),
      isCard: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(subject, async ({ brand, name, headline, label, note, dir, isCard }) => {
        const view = sampleImageView();
        const milestones = view.milestones.map((step) => ({ ...step, label, time: note }));
        const image = await drawStatusImage(
          {
            view: { ...view, dir, headline, text: headline, action: note, testLabel: label, milestones, asOf: note, doubt: label },
            look: { ...imageLook(brand, null), name },
            size: isCard ? { kind: "card", width: 1200 } : PLATE,
          },
          null,
        );
        expect((await pixelsOf(image)).width).toBe(isCard ? 1200 : 320);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe("printing images", () => {
  const shelf = () => new Map<string, Uint8Array>();
  const failures: unknown[] = [];
  const report = (error: unknown) => failures.push(error);
  const open = (context: Partial<StatusImagesContext> = {}) => {
    const print = createStatusImages({ shelf: shelf(), loadLogo: async () => null, draw: drawStatusImage, report, ...context });
    return (subject: ImageSubject, client = "shopper") => print(subject, client);
  };

  it("keeps an image by what is drawn, so that parcels of which the same is said share it", async () => {
    const kept = shelf();
    const print = open({ shelf: kept });
    await print(subjectWith({}));
    await print(subjectWith({ view: { ...sampleImageView() } }));
    expect(kept.size).toBe(1);
    await print(subjectWith({ size: { ...PLATE, scale: 2 } }));
    await print(subjectWith({ look: imageLook(sampleBrand({ colors: { brand: "#aa0000" } }), null) }));
    expect(kept.size).toBe(3);
  });

  it("gives an image even where not a letter can be drawn, and tells of it", async () => {
    failures.length = 0;
    const print = open();
    const view = { ...sampleImageView(), milestones: null as never };
    const { bytes, isStopgap } = await print(subjectWith({ view, size: { kind: "plate", width: 400, scale: 2 } }));
    expect(isStopgap).toBe(true);
    const { width, height, at } = await pixelsOf(bytes);
    expect([width, height, at(5, 5)]).toEqual([800, 240, [255, 255, 255, 255]]);
    expect(failures).toHaveLength(2);
  });

  it("names the shop in words while its logo cannot be asked for, to be kept by nobody, and shows it as soon as it can", async () => {
    const subject = subjectWith({ look: imageLook(sampleBrand({ logo: FERN_LOGO }), null) });
    const logo = await readOwnLogo(subject);
    const answers = [() => Promise.reject(new Error("no database")), async () => logo];
    const print = open({ loadLogo: async () => answers.shift()?.() ?? null });
    const [named, shown] = [await print(subject), await print(subject)];
    expect([named.isStopgap, named.bytes.byteLength > 4_000, shown.isStopgap]).toEqual([true, true, false]);
    expect(Buffer.from(shown.bytes)).toEqual(Buffer.from(await drawStatusImage(subject, logo)));
  });

  it("says of an image that it only stands in, where too many others are being drawn", async () => {
    const print = open({ loadLogo: () => new Promise(() => undefined) });
    const look = { ...subjectWith({}).look, logo: { url: "/logo.png", width: 100, height: 40 } };
    const printOf = (width: number) => print(subjectWith({ look, size: { kind: "plate", width, scale: 1 } }));
    for (let width = 320; width < 422; width++) void printOf(width);
    expect(await printOf(640)).toMatchObject({ isStopgap: true });
  });
});
