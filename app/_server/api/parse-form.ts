export type ParsedForm = { kind: "parsed"; value: Record<string, unknown> } | { kind: "malformed"; message: string };

const MOST_FIELDS = 2000;
const DEEPEST_FIELD = 8;

/**
 * A form → plain data. `a[b]=1` is an object, `a[]=1` and `a[0]=1` a list, `a[][b]=1&a[][c]=2` a list of objects; of two values under one
 * name the last counts. Names are looked up in maps and become properties only at the end, so none of them (`__proto__`) means anything.
 */
export function parseForm(text: string): ParsedForm {
  const fields = [...new URLSearchParams(text)];
  if (fields.length > MOST_FIELDS) return { kind: "malformed", message: `the form has more than ${MOST_FIELDS} fields` };

  const root: Branch = new Map();
  for (const [name, value] of fields) {
    const path = splitName(name);
    if (path === null) return { kind: "malformed", message: `the field ${quote(name)} is not named like a, a[b] or a[]` };
    if (path.length > DEEPEST_FIELD) return { kind: "malformed", message: `the field ${quote(name)} is nested too deeply` };
    if (!plant(root, path, value)) {
      return { kind: "malformed", message: `the field ${quote(name)} is given both as one value and as several` };
    }
  }
  return { kind: "parsed", value: Object.fromEntries([...root].map(([key, node]) => [key, harvest(node)])) };
}

type Branch = Map<string, Node>;
type Node = string | Branch;

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;
const longestQuote = 60;
const quote = (name: string) => JSON.stringify(name.length > longestQuote ? `${name.slice(0, longestQuote)}…` : name);

function splitName(name: string): string[] | null {
  const [, first, rest = ""] = NAME.exec(name) ?? [];
  if (first === undefined) return null;
  return [first, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, key = ""]) => key)];
}

/** False where the name was used for something else before. */
function plant(branch: Branch, [given = "", ...rest]: readonly string[], value: string): boolean {
  const key = given === "" ? nextIndex(branch, rest) : given;
  const known = branch.get(key);
  if (rest.length === 0) {
    if (known instanceof Map) return false;
    branch.set(key, value);
    return true;
  }
  if (typeof known === "string") return false;
  const inner: Branch = known ?? new Map();
  branch.set(key, inner);
  return plant(inner, rest, value);
}

/** `[]` is the next of the list, unless the last one is an object that has no such field yet. */
function nextIndex(list: Branch, rest: readonly string[]): string {
  const last = list.get(String(list.size - 1));
  const [field] = rest;
  const continues = last instanceof Map && field !== undefined && field !== "" && !isTaken(last, rest);
  return String(continues ? list.size - 1 : list.size);
}

function isTaken(node: Node | undefined, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || key === "" || !(node instanceof Map)) return key === undefined && node !== undefined;
  return isTaken(node.get(key), rest);
}

function harvest(node: Node): unknown {
  if (typeof node === "string") return node;
  const entries = [...node].map(([key, inner]) => [key, harvest(inner)] as const);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
