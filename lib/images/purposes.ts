import type { Sharp } from "sharp";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import type { ImageFormat } from "#lib/db/schema.ts";

export interface Encoder {
  format: ImageFormat;
  encode(image: Sharp): Sharp;
}

const exactPng: Encoder = { format: "png", encode: (image) => image.png({ compressionLevel: 9 }) };
const palettePng: Encoder = { format: "png", encode: (image) => image.png({ palette: true, quality: 95, effort: 8 }) };
const exactWebp: Encoder = { format: "webp", encode: (image) => image.webp({ lossless: true, effort: 4 }) };
const webp = (quality: number): Encoder => ({
  format: "webp",
  encode: (image) => image.webp({ quality, alphaQuality: 100, smartSubsample: true, effort: 5 }),
});

export interface Step {
  width: number;
  height: number;
  /** The smallest result is taken; if even that is larger than this, so is the next step. */
  encoders: readonly Encoder[];
  mostBytes: number;
}

interface PurposeRow {
  /** Whether an empty border is cut away: it would make the logo look small. */
  isTrimmed: boolean;
  isSquare: boolean;
  steps: readonly [Step, ...Step[]];
}

const LOGO = { width: 416, height: 64 };
const ICON = { width: 192, height: 192 };

/** Twice the size that the page shows, for dense screens; from the best quality to the smallest file. */
export const PURPOSES: Readonly<Record<ImagePurpose, PurposeRow>> = {
  logo: {
    isTrimmed: true,
    isSquare: false,
    // A logo stands in mails too, and Outlook draws no WebP.
    steps: [
      { ...LOGO, encoders: [exactPng], mostBytes: 24 * 1024 },
      { ...LOGO, encoders: [palettePng], mostBytes: 64 * 1024 },
    ],
  },
  icon: {
    isTrimmed: false,
    isSquare: true,
    // Not every browser takes another format beside the page's title.
    steps: [
      { ...ICON, encoders: [exactPng], mostBytes: 16 * 1024 },
      { ...ICON, encoders: [palettePng], mostBytes: 64 * 1024 },
    ],
  },
  promo: {
    isTrimmed: false,
    isSquare: false,
    steps: [
      { width: 1280, height: 1280, encoders: [exactWebp, webp(80)], mostBytes: 160 * 1024 },
      { width: 1280, height: 1280, encoders: [webp(62)], mostBytes: 200 * 1024 },
      { width: 960, height: 960, encoders: [webp(50)], mostBytes: 240 * 1024 },
      { width: 640, height: 640, encoders: [webp(40)], mostBytes: 320 * 1024 },
    ],
  },
};
