import { cutOut } from "./cut-out.ts";

export const MOST_SVG_BYTES = 512 * 1024;

export type CheckedSvg = { kind: "checked"; svg: string } | { kind: "refused"; message: string };

const element = (names: string) => new RegExp(`<(?:[\\w.-]+:)?(?:${names})(?=[ />])`, "i");

/** What a logo has no need of, and what to do about it, where blanks are single. Drawn, it would do no harm, but the picture would lack it. */
const REFUSALS: readonly [RegExp, message: string][] = [
  [/<!(?!\[CDATA\[)/, "This SVG declares entities of its own, which are not read. Export it again as plain SVG, or upload a PNG."],
  [element("script|handler|listener"), "This SVG contains a script. Export it again without interactivity, or upload a PNG."],
  [/[ "']on[a-z]+ ?=/i, "This SVG contains a script. Export it again without interactivity, or upload a PNG."],
  [
    element("foreignObject|iframe|object|embed|audio|video|canvas"),
    "This SVG contains parts of a web page, which cannot be drawn. Export it again as plain shapes, or upload a PNG.",
  ],
  [element("image|feImage"), "This SVG wraps another picture, which would not be drawn. Upload that picture itself, as a PNG say."],
  [
    /\bhref ?= ?(?:"(?! ?#)|'(?! ?#)|[^ "'])|url\( ?(?!(?:["']|&quot;|&apos;|&#3[49];)? ?#)|@import/i,
    "This SVG refers to something outside of it, which is not fetched. Export it again with everything embedded as shapes, or upload a PNG.",
  ],
  [
    element("text|tspan|textPath|tref|flowRoot"),
    "This SVG holds letters as text, which looks different wherever its font is missing. Turn the text into outlines (paths) and export it again, or upload a PNG.",
  ],
];

/** An SVG without comments, processing instructions and document type, if nothing is in it that a logo has no need of. */
export function checkSvg(bytes: Uint8Array): CheckedSvg {
  if (bytes.byteLength > MOST_SVG_BYTES) {
    return refused(`This SVG is larger than ${MOST_SVG_BYTES / 1024} KB. Simplify its shapes, or upload a PNG.`);
  }
  const text = decode(bytes);
  if (text === null) return refused("This SVG is not written in UTF-8. Save it again with that encoding, or upload a PNG.");
  const svg = cutOut(cutOut(text, "<!--", "-->"), "<?", "?>")
    .replace(/<!DOCTYPE[^[<>]*>/i, "")
    .trim();
  const plain = svg.replace(/\s+/g, " ");
  const refusal = REFUSALS.find(([pattern]) => pattern.test(plain));
  return refusal ? refused(refusal[1]) : { kind: "checked", svg };
}

const refused = (message: string) => ({ kind: "refused", message }) as const;

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
