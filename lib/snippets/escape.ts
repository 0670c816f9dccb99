/** What markup, templates of every tool, and PHP give a meaning to. */
const SIGNS = /[&<>"'{}[\]|*%]/g;

/** Text in an element or attribute. A shop called `{{ x }}` or `*|X|*` is no placeholder. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Where a template language, or PHP, would begin to read. */
const OPENINGS = /\{(?=[{%#])|\*(?=\|)|<(?=[?%])|\[(?=\[)|%(?=%)/g;
/** Parts two signs, takes no room, and breaks no line. */
const WORD_JOINER = "\u2060";

/** Text where nothing can be escaped: what would open a placeholder is held apart by what nobody sees. */
export function escapePlain(text: string): string {
  return text.replaceAll(OPENINGS, (sign) => `${sign}${WORD_JOINER}`);
}

/** Text as a JSON string, inside a `<script>`, inside a template. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).replaceAll(/[&<>{}[\]|*%'\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
