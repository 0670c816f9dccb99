/** Text as both engines take it: PostgreSQL refuses NUL, and neither can hold half a surrogate pair. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}
