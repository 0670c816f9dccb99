/** Control characters but for tab and line feed, and what is no character: XML allows none of them, and nobody reads one. */
const ILLEGIBLE = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** A text as any format can carry it. */
export function legibleText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(ILLEGIBLE, "");
}
