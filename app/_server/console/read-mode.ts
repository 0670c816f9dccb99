import type { Mode } from "#lib/tracking/snapshot.ts";

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Which of a merchant's two books a screen shows: `?mode=test`, else production. */
export function readMode(searchParams: SearchParams): Mode {
  return searchParams.mode === "test" ? "test" : "production";
}
