import type { Instant } from "#lib/shared/clock.ts";
import { isId, type TrackerId } from "#lib/shared/ids.ts";
import { WORK_KINDS, type WorkKind } from "./work-kind.ts";

/** The last parcel of a page, as an address can hold it. */
export interface WorkCursor {
  kind: WorkKind;
  since: Instant;
  id: TrackerId;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

export const formatWorkCursor = ({ kind, since, id }: WorkCursor): string => `${kind}~${since}~${id}`;

/** Null for what is no cursor: the list begins anew. */
export function parseWorkCursor(text: string): WorkCursor | null {
  const [kind = "", since = "", id = ""] = text.split("~");
  const known = WORK_KINDS.find((name) => name === kind);
  return known && INSTANT.test(since) && isId("trk", id) ? { kind: known, since: since as Instant, id } : null;
}
