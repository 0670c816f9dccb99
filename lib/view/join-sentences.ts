/** Sentences in a row; Japanese puts no space between them. */
export function joinSentences(lang: string, sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(lang === "ja" ? "" : " ");
}
