import { readFile } from "node:fs/promises";
import { type Brand, type BrandInput, brandSchema } from "#lib/branding/brand.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { buildImageView, buildNoticeImageView } from "#lib/view/build-image-view.ts";
import { buildNoticeView, type Notice } from "#lib/view/build-notice-view.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { NOW, sampleInput } from "#lib/view/sample-input.ts";
import type { ImageSubject } from "./draw-status-image.ts";
import type { SetText } from "./scene.ts";

/** Images as mails would show them, of the parcel that other tests of wording know. */

type SampleFacts = NonNullable<Parameters<typeof sampleInput>[0]>;

export function sampleBrand(changes: Partial<BrandInput> = {}): Brand {
  return brandSchema.parse({ version: 1, name: "Fern & Fable", colors: { brand: "#1f5c46" }, ...changes });
}

export function sampleImageView(lang = "en", tracker: SampleFacts["tracker"] = {}, now: string = NOW): ImageView {
  const locale = { en: "en-US", de: "de-DE", ja: "ja-JP" }[lang] ?? lang;
  return buildImageView(sampleInput({ tracker, viewer: { lang, locale }, rest: { now: now as Instant } }));
}

export function sampleNotice(notice: Notice, lang = "en"): ImageView {
  const merchant = { slug: "fern", brand: sampleBrand() };
  const viewer = { lang, langIsChosen: false, theme: null, pathPrefix: "" };
  return buildNoticeImageView(buildNoticeView({ merchant, viewer, notice }));
}

/** The bytes of a logo of our own, such as FERN_LOGO's. */
export const readOwnLogo = async ({ look: { logo } }: Pick<ImageSubject, "look">) => (logo ? readFile(`public${logo.url}`) : null);

export const FERN_LOGO = {
  light: { url: "/brands/fern-and-fable/logo-light.svg", width: 203, height: 40 },
  dark: { url: "/brands/fern-and-fable/logo-dark.svg", width: 203, height: 40 },
};

/** Letters of one width and spaces, for layouts that are a matter of numbers. */
export const setInBlocks: SetText = async (text, style, { width, keepsWords }) => {
  if (text === "") return { style, width: 0, height: 0, lines: 0, ink: null };
  const letter = style.size * 0.55;
  const room = Math.max(1, Math.floor(width / letter));
  const lengths: number[] = [];
  let line = -1;
  for (const word of text.split(" ").flatMap((word) => (keepsWords ? [word] : (word.match(new RegExp(`.{1,${room}}`, "gsu")) ?? [])))) {
    const joined = (lengths[line] ?? Number.POSITIVE_INFINITY) + 1 + word.length;
    if (joined <= room) lengths[line] = joined;
    else line = lengths.push(word.length) - 1;
  }
  return { style, width: Math.max(...lengths) * letter, height: lengths.length * style.leading, lines: lengths.length, ink: null };
};
