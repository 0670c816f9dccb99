import { CODE_PROVIDERS } from "#lib/carriers/catalog.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import { epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import { isPaused, isTrying } from "./circuit.ts";
import { requestIntervalMs } from "./request-rates.ts";

/** Requests are handed out until the next round comes. */
const HORIZON_MS = MINUTE_MS;

export interface Slots {
  firstMs: number;
  intervalMs: number;
  count: number;
}

export type SourceToAsk = Pick<SourcesTable, "provider" | "mode" | "failures" | "paused_until" | "busy_until">;

/** When a source can be asked from now until the next round; null where it cannot. One that is being tried is asked once. */
export function freeSlots(source: SourceToAsk, now: Instant): Slots | null {
  const provider = CODE_PROVIDERS.find((name) => name === source.provider);
  const circuit = { failures: source.failures, pausedUntil: source.paused_until };
  if (provider === undefined || isPaused(circuit, now)) return null;

  const nowMs = epochMsOf(now);
  const intervalMs = requestIntervalMs(provider, source.mode);
  const firstMs = Math.max(nowMs, busyUntilMs(source, nowMs));
  const room = Math.max(0, Math.floor((nowMs + HORIZON_MS - firstMs) / intervalMs));
  return { firstMs, intervalMs, count: isTrying(circuit, now) ? Math.min(1, room) : room };
}

/** Nobody hands out more than a round: what lies beyond was written by a clock that has been set back since. */
function busyUntilMs({ busy_until: busyUntil }: SourceToAsk, nowMs: number): number {
  const busyMs = busyUntil === null ? 0 : epochMsOf(busyUntil);
  return busyMs > nowMs + 2 * HORIZON_MS ? 0 : busyMs;
}
