export interface IndentedJson {
  text: string;
  /** There is more than was wanted. */
  isCut: boolean;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/**
 * The beginning of a JSON text on lines of its own, each value to the letter as it came: a long number stays what it was.
 * Text that is no JSON stays as it is.
 */
export function indentJson(text: string, most: number): IndentedJson {
  if (!isJson(text)) return { text: text.slice(0, most), isCut: text.length > most };
  let indented = "";
  let depth = 0;
  let opened: string | null = null;
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [token] of text.matchAll(TOKEN)) {
    if (indented.length > most) return { text: indented.slice(0, most), isCut: true };
    const isClosing = token === "}" || token === "]";
    const isEmpty = isClosing && opened !== null && CLOSING[opened] === token;
    if (isClosing) depth -= 1;
    if (opened !== null && !isClosing) indented += line();
    if (isClosing && !isEmpty) indented += line();
    indented += token === ":" ? ": " : token;
    if (token === ",") indented += line();
    opened = Object.hasOwn(CLOSING, token) ? token : null;
    if (opened !== null) depth += 1;
  }
  return { text: indented.slice(0, most), isCut: indented.length > most };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
