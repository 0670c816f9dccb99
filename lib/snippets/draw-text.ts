import type { Snippet } from "./draw-html.ts";
import { escapePlain } from "./escape.ts";
import { writePieces } from "./pieces.ts";

/** For the plain part of a mail. */
export function drawText({ words, page }: Pick<Snippet, "words" | "page">): string {
  return `${escapePlain(words.alt)}\n\n${escapePlain(words.button)}:\n${writePieces(page, escapePlain)}\n`;
}
