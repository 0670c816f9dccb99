/** A brand as it is being typed: the shape of `BrandInput`, with whatever is not right yet. Never changed in place. */
export type Draft = Readonly<Record<string, unknown>>;

/** What is there as a whole or not at all: emptied to the last field, it is none. */
const OPTIONAL_WHOLES = ["promo.link", "support", "logo"] as const;

export function valueAt(draft: unknown, path: string): unknown {
  return path.split(".").reduce((value, key) => (isContainer(value) ? Reflect.get(value, key) : undefined), draft);
}

/** As a text field shows it: nothing for what is no text. */
export function textAt(draft: Draft, path: string): string {
  const value = valueAt(draft, path);
  return typeof value === "string" ? value : "";
}

export function listAt(draft: Draft, path: string): readonly unknown[] {
  const value = valueAt(draft, path);
  return Array.isArray(value) ? value : [];
}

/** With another value at `path`, or none for `undefined`; all that is not on the way there stays the same object. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const changed = replaced(draft, path.split("."), value) as Draft;
  return OPTIONAL_WHOLES.filter((whole) => path.startsWith(`${whole}.`)).reduce(withoutEmptyWhole, changed);
}

function withoutEmptyWhole(draft: Draft, path: string): Draft {
  const whole = valueAt(draft, path);
  const isEmpty = isContainer(whole) && Object.values(whole).every((value) => value === null || value === undefined || value === "");
  return isEmpty ? (replaced(draft, path.split("."), null) as Draft) : draft;
}

function replaced(container: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(container)) return container.with(Number(key), replaced(container[Number(key)], rest, value));
  const { [key]: inside, ...others } = isContainer(container) ? (container as Record<string, unknown>) : {};
  if (rest.length === 0 && value === undefined) return others;
  return { ...(container as object), [key]: replaced(inside, rest, value) };
}

/** With one element at another place. */
export function moved<Element>(list: readonly Element[], from: number, to: number): Element[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
