import type { SenderDomainState } from "#lib/db/schema.ts";
import { claimPauseMs } from "#lib/dns/claim-pause.ts";
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { SenderFindings } from "./sender-findings.ts";

/** Mails without a valid signature end among the junk, so a key that is missing is missed only so long that a slip in DNS costs nothing. */
export const GRACE_MS = 3 * HOUR_MS;

/** `missing`: name servers say that our key is not there. `unknown`: they could not say, which changes nothing. */
export type SenderVerdict = "proven" | "missing" | "unknown";

const VERDICTS: Readonly<Record<SenderFindings["dkim"]["kind"], SenderVerdict>> = {
  right: "proven",
  wrong: "missing",
  several: "missing",
  none: "missing",
  broken: "unknown",
};

export const judgeDkim = ({ kind }: SenderFindings["dkim"]): SenderVerdict => VERDICTS[kind];

interface Standing {
  state: SenderDomainState;
  missedSince: Instant | null;
}

/** How a domain stands after a check. */
export function nextStanding({ state, missedSince }: Standing, verdict: SenderVerdict, now: Instant): Standing {
  if (verdict === "unknown") return { state, missedSince };
  if (verdict === "proven") return { state: "verified", missedSince: null };
  if (state === "pending") return { state, missedSince: null };
  const since = missedSince ?? now;
  return { state: now >= plusMs(since, GRACE_MS) ? "lost" : state, missedSince: since };
}

/** When to look again by ourselves; null for never. */
export function nextSenderCheckAt(
  { state, createdAt }: { state: SenderDomainState; createdAt: Instant },
  verdict: SenderVerdict,
  now: Instant,
): Instant | null {
  if (state === "verified") return plusMs(now, verdict === "proven" ? DAY_MS : HOUR_MS);
  if (state === "lost") return plusMs(now, 6 * HOUR_MS);
  const pauseMs = claimPauseMs(epochMsOf(now) - epochMsOf(createdAt));
  return pauseMs === null ? null : plusMs(now, pauseMs);
}
