import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** What is longer, or spelled in more ways, takes long to look through, and nobody is served while that goes on. */
const LONGEST_LOOKED_AT = 36;
const MOST_SPELLINGS = 10;
/** What has to be left of a password without the words that everybody knows of its owner. */
const LEAST_OF_ITS_OWN = 8;

export interface PasswordRating {
  /** From 0, guessed at once, to 4, hardly ever; 3 will do. */
  score: 0 | 1 | 2 | 3 | 4;
  /** What makes it easy to guess, and what would help: sentences; none for a strong one. */
  advice: string[];
}

let opening: Promise<ZxcvbnFactory> | null = null;

/** How hard a password is to guess for somebody who knows these words of its owner: name, address, shop. */
export async function ratePassword(password: string, knownWords: readonly string[]): Promise<PasswordRating> {
  opening ??= open();
  const words = knownWords.flatMap(wordsOf);
  const { score, feedback } = (await opening).check(password.slice(0, LONGEST_LOOKED_AT), words);
  if (score >= 3 && lengthWithout(words, password) < LEAST_OF_ITS_OWN) {
    return {
      score: 2,
      advice: ["Your name, your address and your shop are the first things to be tried.", "Add more words that are less common."],
    };
  }
  const sentences = [feedback.warning, ...feedback.suggestions].filter((text) => text !== null && text !== "");
  return { score, advice: sentences as string[] };
}

/** The dictionaries are read when the first password is chosen: few processes ever see one. */
async function open(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    maxLength: LONGEST_LOOKED_AT,
    l33tMaxSubstitutions: MOST_SPELLINGS,
  });
}

const wordsOf = (text: string) => [text, ...text.split(/[^\p{Letter}\p{Number}]+/u)].filter((word) => word.length > 2);

function lengthWithout(words: readonly string[], password: string): number {
  const longestFirst = words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ""), password.toLowerCase()).length;
}
