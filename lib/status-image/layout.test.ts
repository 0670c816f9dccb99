import { describe, expect, it } from "vitest";
import { contrastRatio } from "#lib/branding/oklch-color.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { imageLook } from "./image-look.ts";
import { layOutCard } from "./lay-out-card.ts";
import { layOutPlate } from "./lay-out-plate.ts";
import { FERN_LOGO, sampleBrand, sampleImageView, sampleNotice, setInBlocks } from "./sample.testing.ts";
import type { Box, PlacedText, Scene } from "./scene.ts";

const VIEWS: Readonly<Record<string, ImageView>> = {
  "out for delivery": sampleImageView(),
  "in German": sampleImageView("de"),
  "in Arabic": sampleImageView("ar"),
  "turned back": sampleImageView("en", { status: "return_to_sender", substatus: "return_to_sender" }),
  "waiting for somebody": sampleImageView("en", { status: "available_for_pickup", substatus: "pickup_available" }),
  "not heard of for days": sampleImageView("en", {}, "2026-09-24T13:22:00Z"),
  "a test": sampleImageView("en", { mode: "test" }),
  "not found": sampleNotice({ reason: "not_found" }),
  "very long words": { ...sampleImageView(), headline: "Donaudampfschifffahrtsgesellschaft".repeat(4), text: "x".repeat(300) },
};
const LONGEST_NAME = "Sir Bartholomew’s Extraordinarily Fine Handmade Stationery & Paper Goods Company";
const BRANDS = {
  "with a name": sampleBrand({ name: LONGEST_NAME, radius: 28 }),
  "with a logo": sampleBrand({ logo: FERN_LOGO }),
  "with a band": sampleBrand({ layout: "banner", logo: FERN_LOGO }),
};
const CASES = Object.entries(VIEWS).flatMap(([said, view]) => Object.entries(BRANDS).map(([shop, brand]) => ({ said, shop, view, brand })));

async function scenesOf({ view, brand }: { view: ImageView; brand: (typeof BRANDS)["with a name"] }): Promise<Scene[]> {
  const look = imageLook(brand, null);
  const plates = [320, 375, 439, 440, 560, 640].map((width) => layOutPlate(view, look, width, setInBlocks));
  return Promise.all([...plates, layOutCard(view, look, setInBlocks)]);
}

const boxOf = ({ x, y, block }: PlacedText): Box => ({ x, y, width: block.width, height: block.height });
const isInside = (box: Box, sheet: Pick<Box, "width" | "height">) =>
  box.x >= -0.01 && box.y >= -0.01 && box.x + box.width <= sheet.width + 0.01 && box.y + box.height <= sheet.height + 0.01;
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

describe("an image", () => {
  it.each(CASES)("has everything on it and nothing on top of another: $said, $shop", async (sample) => {
    for (const scene of await scenesOf(sample)) {
      const boxes = [...scene.texts.map(boxOf), ...(scene.logo ? [scene.logo] : [])].filter(({ height }) => height > 0);
      expect(boxes.filter((box) => !isInside(box, scene))).toEqual([]);
      const marks = scene.shapes.filter(({ kind }) => kind === "check" || kind === "exclamation");
      const pairs = boxes.flatMap((box, index) => [...boxes.slice(index + 1), ...marks].map((other) => [box, other] as const));
      expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
    }
  });

  it.each(CASES)("draws each text on the colour it was chosen for: $said, $shop", async (sample) => {
    for (const scene of await scenesOf(sample)) {
      for (const text of scene.texts.filter(({ block }) => block.lines > 0)) {
        const box = boxOf(text);
        const behind = scene.shapes.findLast(
          ({ kind, fill, ...shape }) => kind === "rect" && fill && shape.width > 40 && overlap(shape, box),
        );
        expect(behind?.fill ?? scene.plate.fill).toBe(text.block.style.surface);
      }
    }
  });

  it("is as wide as it was asked for, and no higher than what is on it", async () => {
    const look = imageLook(sampleBrand(), null);
    const [short, long] = await Promise.all(
      [VIEWS["not found"], VIEWS["very long words"]].map((view) => layOutPlate(view as ImageView, look, 480, setInBlocks)),
    );
    expect([short?.width, long?.width]).toEqual([480, 480]);
    expect(short?.height).toBeLessThan(long?.height ?? 0);
  });

  it("stands the other way round for those who read from the right", async () => {
    const look = imageLook(BRANDS["with a logo"], null);
    const scene = await layOutPlate(sampleImageView("ar"), look, 560, setInBlocks);
    const [first, , , last] = scene.shapes.filter(({ kind, width, height }) => kind === "rect" && width === height && width < 30);
    expect(scene.logo?.x).toBeGreaterThan(280);
    expect(first?.x).toBeGreaterThan(last?.x ?? 0);
  });

  it("is a list of steps where four would not stand side by side", async () => {
    const look = imageLook(sampleBrand(), null);
    const checksOf = async (width: number) =>
      (await layOutPlate(sampleImageView(), look, width, setInBlocks)).shapes.filter(({ kind }) => kind === "check");
    const [narrow, wide] = [await checksOf(439), await checksOf(440)];
    expect(new Set(narrow.map(({ x }) => x)).size).toBe(1);
    expect(new Set(wide.map(({ y }) => y)).size).toBe(1);
  });

  it("says its answer on a card as large as there is room for", async () => {
    const look = imageLook(sampleBrand(), null);
    const sizeOf = async (headline: string) => {
      const { texts } = await layOutCard({ ...sampleImageView(), headline }, look, setInBlocks);
      return Math.max(...texts.map(({ block }) => block.style.size));
    };
    expect(await sizeOf("Delivered")).toBeGreaterThan(await sizeOf("Delivered to a neighbour, who will bring it to you when you are back"));
  });
});

describe("the colours of an image", () => {
  const ODD = [
    "#ffffff",
    "#000000",
    "#ffff00",
    "#c8ff2e",
    "#00ffff",
    "#7f7f7f",
    "#ff0000",
    "#0000ff",
    "#fefefe",
    "#123",
    "#e5b8d0",
    "#2b1a0e",
  ];
  const LARGE = 24;

  it.each(ODD.flatMap((brand) => (["light", "dark"] as const).map((scheme) => ({ brand, scheme }))))(
    "can be read whatever the shop chose: $brand, $scheme",
    async ({ brand, scheme }) => {
      for (const [index, background] of [null, "#ffffff", "#808080", "#1a1030"].entries()) {
        const colors = { brand, accent: null, background };
        const look = imageLook(sampleBrand({ colors, layout: index % 2 === 0 ? "banner" : "classic" }), scheme);
        for (const view of Object.values(VIEWS)) {
          const scenes = [await layOutPlate(view, look, 560, setInBlocks), await layOutCard(view, look, setInBlocks)];
          for (const { block } of scenes.flatMap(({ texts }) => texts)) {
            const { color, surface, size } = block.style;
            expect(contrastRatio(color, surface)).toBeGreaterThanOrEqual(size >= LARGE ? 3 : 4.5);
          }
        }
        const { palette } = look;
        for (const mark of ["brand-ui", "control-line", "bad"] as const)
          expect(contrastRatio(palette[mark], palette.card)).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
