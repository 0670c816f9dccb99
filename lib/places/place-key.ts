/** Letters that no decomposition turns into ASCII, as carriers' Latin-only systems write them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ə: "a",
  ħ: "h",
};

const SHORT_WORDS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  ft: "fort",
  mt: "mount",
  pt: "point",
  hts: "heights",
  spgs: "springs",
  spg: "spring",
  twp: "township",
  jct: "junction",
  vlg: "village",
  bch: "beach",
  hbr: "harbor",
  ctr: "center",
};

const SHORT_DIRECTIONS: Readonly<Record<string, string>> = { n: "north", s: "south", e: "east", w: "west" };

/**
 * The spelling under which a place name is filed: lower-case ASCII words, abbreviations spelled out.
 * `ST. LOUIS`, `Saint Louis` → `saint louis`; `Mc Kinney`, `McKinney` → `mckinney`; `São Paulo` → `sao paulo`. Empty when nothing Latin is left.
 */
export function placeKey(name: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’‘ʻʼ`.]/gu, "")
    .replace(/[ßæœøđðþłıəħ]/g, (letter) => PLAIN_LETTERS[letter] ?? "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return words
    .map((word, index) => SHORT_WORDS[word] ?? (index === 0 && words.length > 1 ? (SHORT_DIRECTIONS[word] ?? word) : word))
    .join(" ")
    .replace(/\b(mc|o|d|l) (?=[a-z])/g, "$1");
}
