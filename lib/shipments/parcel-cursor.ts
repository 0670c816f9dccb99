import { z } from "zod";
import type { TrackerId } from "#lib/shared/ids.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { Position } from "./walk-ways.ts";

const LONGEST = 1000;
const written = z.tuple([z.int().nonnegative(), z.string(), z.string()]);

/** A position as it travels in an address; it tells nothing that the list does not show. */
export function writeParcelCursor({ way, at }: Position): string {
  return Buffer.from(JSON.stringify(at === null ? [way, "", ""] : [way, at.value, at.id])).toString("base64url");
}

/** Null for what is no cursor, or one of another search. */
export function readParcelCursor(text: string | null | undefined, wayCount: number): Position | null {
  if (!text || text.length > LONGEST) return null;
  const json = parseJson(Buffer.from(text, "base64url").toString("utf8"));
  const cursor = json.kind === "parsed" ? written.safeParse(json.value) : null;
  if (!cursor?.success || cursor.data[0] >= wayCount) return null;
  const [way, value, id] = cursor.data;
  return { way, at: id === "" ? null : { value, id: id as TrackerId } };
}
