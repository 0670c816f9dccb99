import type { SetText, TextBlock, TextBox, TextStyle } from "./scene.ts";

/**
 * Chinese and Japanese may break between any two letters. A headline reads better where it breaks after a comma, and if that is not enough,
 * where a word of Japanese is likely to begin: hardly one does in hiragana, and none within a row of kanji or katakana.
 */
const GLUED = [
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{N}])(?=[\p{L}\p{N}ー])/gu,
  new RegExp(
    [
      String.raw`(?<=[\p{L}\p{N}])(?=[\p{Script=Hiragana}ー])(?![おご]\p{Script=Han})`,
      String.raw`(?<=[おご\p{Script=Han}\p{N}])(?=\p{Script=Han})`,
      String.raw`(?<=[\p{Script=Katakana}ー])(?=\p{Script=Katakana})`,
    ].join("|"),
    "gu",
  ),
] as const;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const JOINER = "\u2060";

const NARROWER = [0.9, 0.8, 0.7, 0.6, 0.52];

/** A headline in as few lines as it takes, none of them much shorter than the others. */
export async function setBalanced(set: SetText, text: string, style: TextStyle, box: TextBox): Promise<TextBlock> {
  const { phrase, block: widest } = await setWhole(set, text, style, box);
  if (widest.lines < 2) return widest;
  let best = widest;
  let [from, to] = [0, NARROWER.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const width = box.width * (NARROWER[middle] ?? 1);
    const block = await set(phrase, style, { ...box, width, keepsWords: true });
    if (block.lines > widest.lines || block.width > width + 1) to = middle;
    else [from, best] = [middle + 1, block];
  }
  return best;
}

/** In the largest parts that go into a line, and if there is no other way, in pieces of words. */
async function setWhole(set: SetText, text: string, style: TextStyle, box: TextBox): Promise<{ phrase: string; block: TextBlock }> {
  for (const phrase of CJK.test(text) ? GLUED.map((between) => text.replace(between, JOINER)) : [text]) {
    const block = await set(phrase, style, { ...box, keepsWords: true });
    if (block.width <= box.width + 1) return { phrase, block };
  }
  return { phrase: text, block: await set(text, style, box) };
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
