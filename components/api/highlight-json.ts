export type TokenKind = "key" | "string" | "literal" | "plain";

export interface Token {
  kind: TokenKind;
  text: string;
  /** Where it begins. */
  at: number;
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:-?\d+(?:\.\d+)?|true|false|null)\b/g;

/** JSON, alone or within something else, cut into what is coloured; put together it is the same text. */
export function highlightJson(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: TokenKind, length: number) => {
    if (length > 0) tokens.push({ kind, text: text.slice(at, at + length), at });
    at += length;
  };
  for (const { index, 0: whole, 1: quoted, 2: colon } of text.matchAll(TOKEN)) {
    take("plain", index - at);
    take(quoted === undefined ? "literal" : colon === undefined ? "string" : "key", quoted?.length ?? whole.length);
    take("plain", colon?.length ?? 0);
  }
  take("plain", text.length - at);
  return tokens;
}
