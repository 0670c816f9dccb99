import { compareInstants, type Instant } from "#lib/shared/clock.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";
import { OPENS_AT } from "#lib/sources/circuit.ts";
import type { SourceRecord } from "#lib/sources/source-record.ts";

/** How a source does, in a word. */
export type SourceState =
  | "off"
  /** Its API does not take the key. */
  | "unauthorized"
  /** Its API failed so often that it is left alone for a while. */
  | "unavailable"
  /** Its API asked us to wait. */
  | "waiting"
  /** Its API failed, and is asked again. */
  | "failing"
  /** It sends webhooks, and we take them for somebody else's. */
  | "refused"
  /** Nothing has ever come. */
  | "unheard"
  | "well";

interface SourceFacts {
  source: Pick<SourceRecord, "disabledAt" | "health">;
  lastHeardAt: Instant | null;
  /** What is open about it. */
  notices: readonly NoticeKind[];
  now: Instant;
}

/** The first row that applies decides. */
const STATES: readonly [SourceState, (facts: SourceFacts) => boolean][] = [
  ["off", ({ source }) => source.disabledAt !== null],
  ["unauthorized", ({ notices }) => notices.includes("source.unauthorized")],
  ["unavailable", ({ source }) => source.health.failures >= OPENS_AT],
  ["waiting", ({ source, now }) => source.health.pausedUntil !== null && compareInstants(source.health.pausedUntil, now) > 0],
  ["failing", ({ source }) => source.health.failures > 0],
  ["refused", ({ source, lastHeardAt }) => lastHeardAt === null && Object.keys(source.health.refusals).length > 0],
  ["unheard", ({ source, lastHeardAt }) => lastHeardAt === null && source.health.lastSuccessAt === null],
];

export function sourceState(facts: SourceFacts): SourceState {
  return STATES.find(([, applies]) => applies(facts))?.[0] ?? "well";
}
