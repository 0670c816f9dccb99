import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { expect, it } from "vitest";
import { drawStatusImage, type ImageSubject } from "./draw-status-image.ts";
import { imageLook } from "./image-look.ts";
import type { ImageSize } from "./image-size.ts";
import { openPen } from "./pen.ts";
import { FERN_LOGO, readOwnLogo, sampleBrand, sampleImageView, sampleNotice } from "./sample.testing.ts";

/**
 * Images that people looked at and found good. A change of look is approved by `APPROVE_IMAGES=1 npx vitest … lib/status-image/approved.test.ts`,
 * by looking at what it wrote, and by keeping it.
 */
const FOLDER = join(import.meta.dirname, "approved");
/** Perceived difference of a pixel, and how many of a thousand may differ: another processor rounds an edge another way. */
const SEEN = 0.1;
const MOST_PER_MILLE = 1;

const plate = (width: number, scale: number): ImageSize => ({ kind: "plate", width, scale });
const fern = { logo: FERN_LOGO, font: "fraunces" } as const;
const volt = {
  name: "Voltline",
  colors: { brand: "#c8ff2e", background: "#10130a" },
  mode: "dark",
  layout: "banner",
  font: "space-grotesk",
  radius: 4,
} as const;
const sunny = { name: "Sunny Side", colors: { brand: "#ffc400" }, font: "nunito", radius: 24 } as const;
const LONGEST_NAME = "Sir Bartholomew’s Extraordinarily Fine Handmade Stationery & Paper Goods Company";

const subject = (
  view: ImageSubject["view"],
  brand: Parameters<typeof sampleBrand>[0],
  size: ImageSize,
  theme: "light" | "dark" | null = null,
): ImageSubject => ({ view, look: imageLook(sampleBrand(brand), theme), size });

const APPROVED: Readonly<Record<string, ImageSubject>> = {
  "out-for-delivery": subject(sampleImageView(), fern, plate(560, 2)),
  "out-for-delivery-dark-narrow": subject(sampleImageView(), fern, plate(320, 1), "dark"),
  arabic: subject(sampleImageView("ar"), fern, plate(560, 1)),
  "arabic-narrow": subject(sampleImageView("ar"), sunny, plate(320, 2)),
  "japanese-band": subject(sampleImageView("ja"), volt, plate(480, 1)),
  "german-waiting": subject(sampleImageView("de", { status: "available_for_pickup", substatus: "pickup_available" }), sunny, plate(640, 1)),
  "turned-back-test": subject(
    sampleImageView("en", { status: "return_to_sender", substatus: "refused", mode: "test" }),
    { font: "bitter", name: "Papier 紙 ورق 한지" },
    plate(560, 1),
  ),
  "long-words": subject(
    { ...sampleImageView("de"), headline: "Donaudampfschifffahrtsgesellschaftskapitänsmütze 🚀 unterwegs" },
    { name: LONGEST_NAME, font: "manrope" },
    plate(400, 1),
  ),
  "not-found-band": subject(sampleNotice({ reason: "not_found" }), volt, plate(560, 1)),
  card: subject(sampleImageView(), fern, { kind: "card", width: 1200 }),
  "card-of-a-shop": subject(sampleNotice({ reason: "lookup", detection: null }), volt, { kind: "card", width: 1200 }),
};

async function pixelsOf(image: Uint8Array) {
  const sharp = await openPen();
  // As on white: what one sees through is no difference to anybody.
  const { data, info } = await sharp(Buffer.from(image))
    .flatten({ background: "#ffffff" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

it.each(Object.keys(APPROVED))("looks as it was approved: %s", async (name) => {
  const file = join(FOLDER, `${name}.png`);
  const shown = APPROVED[name] as ImageSubject;
  const drawn = await drawStatusImage(shown, await readOwnLogo(shown));
  if (process.env.APPROVE_IMAGES) await writeFile(file, drawn);
  const [now, approved] = [await pixelsOf(drawn), await pixelsOf(await readFile(file))];
  const size = { width: approved.width, height: approved.height };
  expect({ width: now.width, height: now.height }).toEqual(size);
  const differing = pixelmatch(now.data, approved.data, undefined, size.width, size.height, { threshold: SEEN });
  expect((differing / (size.width * size.height)) * 1000).toBeLessThanOrEqual(MOST_PER_MILLE);
});
