import type { DEVICES } from "../studio/preview/preview-look.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What the matrix shows; its address holds all of it, so that it can be sent to somebody. */
export interface MatrixChoice {
  of: "draft" | "published";
  /** At least one. */
  langs: readonly string[];
  /** At least one. */
  schemes: readonly Scheme[];
  device: keyof typeof DEVICES;
  tier: "public" | "private";
  /** Every sample, or one of each status. */
  samples: "statuses" | "all";
}

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `langs` are those there are to choose from, `usual` those shown where the address names none. */
export function readChoice(params: SearchParams, langs: readonly string[], usual: readonly string[]): MatrixChoice {
  const asked = (name: string) => [params[name] ?? []].flat();
  const oneOf = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value =>
    values.find((value) => value === asked(name)[0]) ?? values[0];
  const someOf = <Value extends string>(name: string, values: readonly Value[], otherwise: readonly Value[]): readonly Value[] => {
    const chosen = values.filter((value) => asked(name).includes(value));
    return chosen.length > 0 ? chosen : otherwise;
  };
  return {
    of: oneOf("of", ["draft", "published"]),
    langs: someOf("lang", langs, usual),
    schemes: someOf("scheme", SCHEMES, SCHEMES),
    device: oneOf("device", ["phone", "desktop"]),
    tier: oneOf("tier", ["public", "private"]),
    samples: oneOf("samples", ["statuses", "all"]),
  };
}

export function choiceQuery({ langs, schemes, ...rest }: MatrixChoice): string {
  const query = new URLSearchParams(rest);
  for (const lang of langs) query.append("lang", lang);
  for (const scheme of schemes) query.append("scheme", scheme);
  return `?${query}`;
}

/** Switches one value of several, and keeps the last one on. */
export function toggled<Value>(all: readonly Value[], chosen: readonly Value[], value: Value): readonly Value[] {
  const next = all.filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each)));
  return next.length > 0 ? next : chosen;
}
