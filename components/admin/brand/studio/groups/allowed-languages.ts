import { type Draft, listAt, withValue } from "../draft.ts";

/** An empty list stands for every language there is. */
export function allowsAll(allowed: readonly string[]): boolean {
  return allowed.length === 0;
}

/** The last one cannot be taken away: without any, all would be offered. */
export function withLanguage(allowed: readonly string[], tag: string, isOffered: boolean): readonly string[] {
  const others = allowed.filter((other) => other !== tag);
  if (isOffered) return [...others, tag];
  return others.length === 0 ? allowed : others;
}

/** With another default, which is then offered too. */
export function withDefault(draft: Draft, tag: string): Draft {
  const allowed = listAt(draft, "allowedLanguages").map(String);
  const changed = withValue(draft, "defaultLanguage", tag);
  return allowsAll(allowed) || allowed.includes(tag) ? changed : withValue(changed, "allowedLanguages", [...allowed, tag]);
}
