export type ParsedJson = { kind: "parsed"; value: unknown } | { kind: "malformed"; line: number; column: number; message: string };

/** JSON text → value, or where it stops being JSON: line and column count from 1. A byte order mark is let pass. */
export function parseJson(text: string): ParsedJson {
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  try {
    return { kind: "parsed", value: JSON.parse(json) };
  } catch {
    const { offset, expected } = findFault(json);
    const before = json.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    const found =
      offset >= json.length ? "the text ends" : `there is ${JSON.stringify(String.fromCodePoint(json.codePointAt(offset) ?? 0))}`;
    return { kind: "malformed", line, column, message: `not JSON: expected ${expected}, but ${found} at line ${line}, column ${column}` };
  }
}

type Expectation = "value" | "first value" | "key" | "first key" | "colon" | "comma";

const WISHES: Record<Expectation, string> = {
  value: "a value",
  "first value": 'a value or "]"',
  key: "a name in double quotes",
  "first key": 'a name in double quotes or "}"',
  colon: '":"',
  comma: '"," or the end of what was opened',
};

const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** V8 names the place of some faults only, and in words that change; so we walk the text again, up to the first fault. */
function findFault(text: string): { offset: number; expected: string } {
  const open: ("{" | "[")[] = [];
  let expected: Expectation = "value";
  let offset = 0;

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    if (!pattern.test(text)) return false;
    offset = pattern.lastIndex;
    return true;
  };
  /** Step by step: a pattern for the whole would try an unfinished string in ever more ways, or run out of stack in a long one. */
  const skipString = (): boolean => {
    if (text[offset] !== '"') return false;
    const start = offset++;
    while (isPlain(text[offset]) ? ++offset : skip(ESCAPE));
    const isClosed = text[offset] === '"';
    offset = isClosed ? offset + 1 : start;
    return isClosed;
  };
  const close = (bracket: "{" | "["): boolean => {
    if (open.at(-1) !== bracket) return false;
    open.pop();
    offset += 1;
    expected = "comma";
    return true;
  };

  for (;;) {
    skip(SPACE);
    const character = text[offset];
    const wish: Expectation = expected;
    if (wish === "comma" && open.length === 0) return { offset, expected: "nothing more" };
    if (character === "}" && (wish === "comma" || wish === "first key") && close("{")) continue;
    if (character === "]" && (wish === "comma" || wish === "first value") && close("[")) continue;
    if (wish === "comma" && character === ",") {
      offset += 1;
      expected = open.at(-1) === "{" ? "key" : "value";
    } else if (wish === "colon" && character === ":") {
      offset += 1;
      expected = "value";
    } else if ((wish === "key" || wish === "first key") && skipString()) {
      expected = "colon";
    } else if ((wish === "value" || wish === "first value") && (character === "{" || character === "[")) {
      open.push(character);
      offset += 1;
      expected = character === "{" ? "first key" : "first value";
    } else if ((wish === "value" || wish === "first value") && (skipString() || skip(SCALAR))) {
      expected = "comma";
    } else {
      return { offset, expected: WISHES[wish] };
    }
  }
}

/** What stands for itself in a string: of the control characters JSON forbids the first 32 only. */
function isPlain(character: string | undefined): boolean {
  return character !== undefined && character >= " " && character !== '"' && character !== "\\";
}
