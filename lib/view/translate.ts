import { IntlMessageFormat } from "intl-messageformat";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { type Language, languageOf, type MessageKey } from "./languages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translator = (key: MessageKey, values?: MessageValues) => string;

type Compiled = (values: MessageValues) => string;

const translators = new Map<string, Translator>();

/** Messages are compiled when first used and kept: one translator for each language and process. */
export function createTranslator(lang: string): Translator {
  const language = languageOf(lang);
  const known = translators.get(language.tag);
  if (known) return known;
  const compiled = boundedMemo<Compiled>(1000);
  const translator: Translator = (key, values = {}) => compiled(key, () => compile(language.messages[key], language))(values);
  translators.set(language.tag, translator);
  return translator;
}

function compile(message: string, language: Language): Compiled {
  if (!message.includes("{")) return () => message;
  const isolate = language.dir === "rtl" ? isolated : (value: string | number) => value;
  const format = new IntlMessageFormat(message, language.tag);
  return (values) => String(format.format(mapValues(values, isolate)));
}

/** A value as it stands inside a sentence of this language. */
export function isolateIn(lang: string, value: string): string {
  return languageOf(lang).dir === "rtl" ? String(isolated(value)) : value;
}

/** Foreign names and bare numbers inside right-to-left text keep their own order and leave that of their neighbours alone. */
function isolated(value: string | number): string | number {
  return typeof value === "number" || RIGHT_TO_LEFT.test(value) ? value : `\u2068${value}\u2069`;
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

function mapValues(values: MessageValues, map: (value: string | number) => string | number): Record<string, string | number> {
  const mapped: Record<string, string | number> = {};
  for (const name in values) mapped[name] = map(values[name] ?? "");
  return mapped;
}
