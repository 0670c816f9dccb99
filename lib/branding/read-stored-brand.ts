import type { z } from "zod";
import { type Brand, brandSchema } from "./brand.ts";
import { DEFAULT_BRAND } from "./default-brand.ts";

type Path = readonly PropertyKey[];

/** Each pass takes away every value found wrong, so that only wrongness uncovered by it is left: nesting bounds the number of passes. */
const MOST_PASSES = 12;

/**
 * A brand out of anything that was stored, as JSON text or already parsed. Never fails: what is invalid is left out, together with no more
 * around it than needs it, and what a brand cannot do without comes from `DEFAULT_BRAND` and `fallbackName`.
 */
export function readStoredBrand(json: unknown, fallbackName: string = DEFAULT_BRAND.name): Brand {
  let stored = asObject(json);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const read = brandSchema.safeParse(withEssentials(stored, fallbackName));
    if (read.success) return read.data;
    stored = prune(stored, read.error.issues);
  }
  return named(fallbackName);
}

function named(name: string): Brand {
  const read = brandSchema.shape.name.safeParse(name);
  return { ...DEFAULT_BRAND, name: read.success ? read.data : DEFAULT_BRAND.name };
}

type Stored = Record<string, unknown>;

function asObject(json: unknown): Stored {
  const value = typeof json === "string" ? parseOrNull(json) : json;
  return isObject(value) ? value : {};
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withEssentials(stored: Stored, fallbackName: string): Stored {
  const colors = isObject(stored.colors) ? stored.colors : {};
  return {
    ...stored,
    version: DEFAULT_BRAND.version,
    name: stored.name ?? named(fallbackName).name,
    colors: { ...colors, brand: colors.brand ?? DEFAULT_BRAND.colors.brand },
  };
}

function prune(stored: Stored, issues: readonly z.core.$ZodIssue[]): Stored {
  const pruned = issues.reduce<unknown>((value, issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.reduce<unknown>((rest, key) => without(rest, [...issue.path, key]), value);
    if (issue.code === "too_big" && issue.origin === "array") return shortened(value, issue.path, Number(issue.maximum));
    return without(value, issue.path);
  }, stored);
  const whole = withoutHoles(pruned, DEEPEST_LEVEL);
  return isObject(whole) ? whole : {};
}

/** What is taken away stays as a hole until the pass is over: later issues still speak of the same indices and neighbours. */
const HOLE = Symbol("hole");
/** A brand nests less deeply; what lies deeper is somebody's joke and must not exhaust the stack. */
const DEEPEST_LEVEL = 8;

/** Without the value at `path`; where none is there, without the nearest thing around it, since that is what misses it. */
function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isContainer(value) || !Object.hasOwn(value, key)) return HOLE;
  return replaced(value, key, without(Reflect.get(value, key), rest));
}

function shortened(value: unknown, path: Path, length: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(value) ? value.slice(0, length) : value;
  return isContainer(value) ? replaced(value, key, shortened(Reflect.get(value, key), rest, length)) : value;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function replaced(container: object, key: PropertyKey, inner: unknown): unknown {
  return Array.isArray(container) ? container.with(Number(key), inner) : { ...container, [key]: inner };
}

function withoutHoles(value: unknown, levels: number): unknown {
  if (!isContainer(value) || levels === 0) return value;
  if (Array.isArray(value)) return value.filter((element) => element !== HOLE).map((element) => withoutHoles(element, levels - 1));
  const kept = Object.entries(value).filter(([, inner]) => inner !== HOLE);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutHoles(inner, levels - 1)]));
}
