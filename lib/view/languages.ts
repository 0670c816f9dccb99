import { match } from "@formatjs/intl-localematcher";
import type { Brand } from "#lib/branding/brand.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import ar from "./messages/ar.json" with { type: "json" };
import de from "./messages/de.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };
import ja from "./messages/ja.json" with { type: "json" };

/** English is the source of truth: its keys are the keys of every catalog. */
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

export interface Language {
  tag: string;
  /** The language's own name. */
  name: string;
  dir: "ltr" | "rtl";
  /** What Intl formats in, the default first. Few on purpose: the locale is part of what makes two answers differ. */
  locales: readonly [string, ...string[]];
  messages: Messages;
}

const ENGLISH: Language = { tag: "en", name: "English", dir: "ltr", locales: ["en-US", "en-GB"], messages: en };

/** A new language is one file of messages and one line here. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  ENGLISH,
  { tag: "de", name: "Deutsch", dir: "ltr", locales: ["de-DE"], messages: de },
  { tag: "ja", name: "日本語", dir: "ltr", locales: ["ja-JP"], messages: ja },
  { tag: "ar", name: "العربية", dir: "rtl", locales: ["ar"], messages: ar },
];

const byTag = new Map(LANGUAGES.map((language) => [language.tag, language]));

/** The language of a tag; English where the tag is not one of ours, so that a page is never without words. */
export function languageOf(tag: string): Language {
  return byTag.get(tag) ?? ENGLISH;
}

/** The languages a merchant shows; an empty list, or one without any language we speak, means all. */
export function allowedLanguages(allowed: readonly string[]): readonly Language[] {
  const shown = LANGUAGES.filter(({ tag }) => allowed.includes(tag));
  return shown.length > 0 ? shown : LANGUAGES;
}

export interface LanguageWish {
  /** `?lang=`, or what a shopper chose before. */
  asked: string | null;
  /** Where nobody's browser asks, there is none. */
  acceptLanguage?: string | null;
}

export interface LanguageChoice {
  lang: string;
  /** For dates and numbers: the language as it is written where the shopper lives. */
  locale: string;
  /** True when `?lang=` decided, and so must stay in links. */
  isChosen: boolean;
}

type ShopLanguages = Pick<Brand, "allowedLanguages" | "defaultLanguage">;

const rememberedChoice = boundedMemo<LanguageChoice>(500);

/** Never throws, whatever the header holds. */
export function chooseLanguage({ allowedLanguages: allowed, defaultLanguage }: ShopLanguages, wish: LanguageWish): LanguageChoice {
  const asked = canonical(wish.asked?.slice(0, 35) ?? "");
  const header = wish.acceptLanguage?.slice(0, 200) ?? "";
  return rememberedChoice(JSON.stringify([asked, header, allowed, defaultLanguage]), () => {
    const shown = allowedLanguages(allowed);
    const accepted = acceptedTags(header);
    const chosen = languageAmong(shown, asked);
    const language = chosen ?? languageAmong(shown, accepted) ?? shown.find(({ tag }) => tag === defaultLanguage) ?? shown[0] ?? ENGLISH;
    const wishes = [...asked, ...accepted].filter((tag) => tag.split("-")[0] === language.tag).sort(regionFirst);
    return { lang: language.tag, locale: match(wishes, language.locales, language.locales[0]), isChosen: chosen !== undefined };
  });
}

/** "en, en-GB" is a Briton's wish. */
function regionFirst(a: string, b: string): number {
  return Number(b.includes("-")) - Number(a.includes("-"));
}

function languageAmong(shown: readonly Language[], wishes: readonly string[]): Language | undefined {
  if (wishes.length === 0) return undefined;
  const none = "und";
  const tag = match(wishes, [...shown.map((language) => language.tag), none], none);
  return shown.find((language) => language.tag === tag);
}

function acceptedTags(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => canonical(tag))
    .slice(0, 5);
}

function canonical(tag: string): string[] {
  if (tag.trim() === "") return [];
  try {
    return Intl.getCanonicalLocales(tag.trim());
  } catch {
    return [];
  }
}
