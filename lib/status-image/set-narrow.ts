import type { SetText, TextBlock, TextBox, TextStyle } from "./scene.ts";

/** Chinese and Japanese may break between any two letters; a headline reads better where it breaks after a comma. */
const BETWEEN_LETTERS_OF_A_PHRASE = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?=[\p{L}\p{N}ー])/gu;
const JOINER = "\u2060";

const NARROWER = [0.9, 0.8, 0.7, 0.6, 0.52];

/** A headline in as few lines as it takes, none of them much shorter than the others. */
export async function setBalanced(set: SetText, text: string, style: TextStyle, box: TextBox): Promise<TextBlock> {
  const phrases = text.replace(BETWEEN_LETTERS_OF_A_PHRASE, JOINER);
  let block = await set(phrases, style, { ...box, keepsWords: true });
  const isWhole = block.width <= box.width + 1;
  if (!isWhole) block = await set(text, style, box);
  if (block.lines < 2) return block;
  for (const share of NARROWER) {
    const narrower = await set(isWhole ? phrases : text, style, { ...box, width: box.width * share, keepsWords: true });
    if (narrower.lines > block.lines || narrower.width > box.width * share + 1) break;
    block = narrower;
  }
  return block;
}

const SMALLER = [1, 0.92, 0.85];

/** Labels that stand in a row, all in the one size in which no word of theirs is broken, if there is one. */
export async function setAlike(set: SetText, labels: readonly { text: string; style: TextStyle }[], box: TextBox): Promise<TextBlock[]> {
  const setAll = (share: number, keepsWords: boolean) =>
    Promise.all(labels.map(({ text, style }) => set(text, shrink(style, share), { ...box, keepsWords })));
  for (const share of SMALLER) {
    const blocks = await setAll(share, true);
    if (blocks.every(({ width }) => width <= box.width + 1)) return blocks;
  }
  return setAll(SMALLER.at(-1) ?? 1, false);
}

function shrink(style: TextStyle, share: number): TextStyle {
  return { ...style, size: style.size * share, leading: style.leading * share };
}
