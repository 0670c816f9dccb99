import { escapeJson } from "./escape.ts";
import { type Pieces, type Placeholder, writePieces } from "./pieces.ts";

/** A placeholder alone brings its own quotation marks. */
export type JsonLd = string | Placeholder | { readonly pieces: Pieces } | readonly JsonLd[] | { readonly [name: string]: JsonLd | null };

/** A script block for the head of a mail: Gmail and Outlook read it, people do not. What is null is left out. */
export function drawJsonLd(thing: JsonLd): string {
  return `<script type="application/ld+json">\n${write(thing, "")}\n</script>`;
}

function write(value: JsonLd, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === "string") return escapeJson(value);
  if (isList(value)) return `[\n${value.map((each) => inner + write(each, inner)).join(",\n")}\n${indent}]`;
  if (isPlaceholder(value)) return value.placeholder;
  if (isAddress(value)) return `"${writePieces(value.pieces, (text) => escapeJson(text).slice(1, -1))}"`;
  const lines = Object.entries(value).flatMap(([name, each]) => (each === null ? [] : `${inner}"${name}": ${write(each, inner)}`));
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

const isList = (value: JsonLd): value is readonly JsonLd[] => Array.isArray(value);
const isPlaceholder = (value: JsonLd): value is Placeholder => Object.hasOwn(value as object, "placeholder");
const isAddress = (value: JsonLd): value is { readonly pieces: Pieces } => Object.hasOwn(value as object, "pieces");
