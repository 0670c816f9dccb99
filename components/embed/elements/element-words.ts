export interface ElementWords {
  dir: "ltr" | "rtl";
  /** With `{number}` in it. */
  track: string;
  label: string;
  button: string;
}

/** By language; put in by the build, from the catalogs. */
declare const ELEMENT_WORDS: Readonly<Record<string, ElementWords>> & { en: ElementWords };

/** In the language of an element's own attribute, or of the page around it. */
export function wordsFor(lang: string): ElementWords {
  return ELEMENT_WORDS[lang.toLowerCase().split("-")[0] ?? ""] ?? ELEMENT_WORDS.en;
}

export function languageOf(element: Element): string {
  return element.closest("[lang]")?.getAttribute("lang") ?? "";
}
