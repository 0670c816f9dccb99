import type { DomainState } from "#lib/db/schema.ts";
import { claimPauseMs } from "#lib/dns/claim-pause.ts";
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { Verdict } from "./findings.ts";

/** How long pages go on without proof. */
export const GRACE_DAYS = 14;

export type DomainStep = "activate" | "lose" | "recover" | "end" | "stay";

interface Standing {
  state: DomainState;
  created_at: Instant;
  lost_since: Instant | null;
}

/** What a check's verdict means for a domain. What name servers could not say changes nothing. */
export function nextStep({ state, lost_since }: Standing, verdict: Verdict, now: Instant): DomainStep {
  if (verdict === "unknown") return "stay";
  if (verdict === "proven") return PROVEN[state];
  if (state === "active") return "lose";
  return state === "lost" && now >= graceEnd(lost_since ?? now) ? "end" : "stay";
}

const PROVEN: Readonly<Record<DomainState, DomainStep>> = { pending: "activate", ended: "activate", lost: "recover", active: "stay" };

export const graceEnd = (lostSince: Instant) => plusMs(lostSince, GRACE_DAYS * DAY_MS);

/** When to look again by ourselves; null for never. */
export function nextCheckAt({ state, created_at }: Standing, verdict: Verdict, now: Instant): Instant | null {
  const everyMs = PAUSES[state]({ ageMs: epochMsOf(now) - epochMsOf(created_at), verdict });
  return everyMs === null ? null : plusMs(now, everyMs);
}

const PAUSES: Readonly<Record<DomainState, (look: { ageMs: number; verdict: Verdict }) => number | null>> = {
  pending: ({ ageMs }) => claimPauseMs(ageMs),
  active: ({ verdict }) => (verdict === "unknown" ? HOUR_MS : DAY_MS),
  lost: () => 6 * HOUR_MS,
  ended: () => null,
};
