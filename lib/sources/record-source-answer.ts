import type { Queryable } from "#lib/db/engine/database.ts";
import { insertNotice, resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import { lockPolledSource, type SourceRef } from "#lib/db/queries/polled-sources.ts";
import { updateSourceRow } from "#lib/db/queries/sources.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { ClientAnswer } from "#lib/providers/provider.ts";
import { epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";
import { afterAnswer, type Circuit, isPaused, OPENS_AT } from "./circuit.ts";

/** How exactly a source's last success is known: every answer need not write it. */
const SUCCESS_GRAIN_MS = MINUTE_MS;
const RESOLVED_BY_SUCCESS = ["source.unauthorized", "source.unavailable"] as const satisfies readonly NoticeKind[];

/** Learns from an answer how a source's API does, in the caller's transaction, and tells the merchant where something must be done. */
export async function recordSourceAnswer(
  trx: Queryable,
  at: { now: Instant; random: RandomBytes },
  { source: asked, answer }: { source: SourcesTable; answer: ClientAnswer },
): Promise<Circuit> {
  if (isSuccess(answer) && isKnownToWork(asked, at.now)) return circuitOf(asked);
  const ref: SourceRef = { id: asked.id, merchantId: asked.merchant_id };
  const source = await lockPolledSource(trx, ref);
  // Whoever changed the key meanwhile does not care what became of the old one.
  if (source === undefined || source.secrets !== asked.secrets) return circuitOf(source ?? asked);

  const after = afterAnswer(circuitOf(source), answer, at);
  await updateSourceRow(trx, ref, {
    failures: after.failures,
    paused_until: after.pausedUntil,
    ...(isSuccess(answer) ? { last_success_at: at.now, last_problem: null } : { last_problem: problemOf(answer) }),
  });
  if (isSuccess(answer)) {
    await resolveNoticesAbout(trx, { merchantId: ref.merchantId, subject: ref.id, kinds: RESOLVED_BY_SUCCESS }, at.now);
  }
  const notice = noticeOf(source, answer, after);
  if (notice) {
    const about = { merchant_id: ref.merchantId, mode: source.mode, subject: ref.id };
    await insertNotice(trx, { id: newId("ntc", at.random), ...about, created_at: at.now, ...notice });
  }
  return after;
}

const circuitOf = (source: SourcesTable): Circuit => ({ failures: source.failures, pausedUntil: source.paused_until });

const SUCCESSES: ReadonlySet<ClientAnswer["kind"]> = new Set(["payload", "accepted", "not_found", "unsupported"]);
const isSuccess = ({ kind }: ClientAnswer): boolean => SUCCESSES.has(kind);

function isKnownToWork(source: SourcesTable, now: Instant): boolean {
  const { failures, last_problem: problem, last_success_at: lastSuccessAt } = source;
  if (failures > 0 || problem !== null || lastSuccessAt === null || isPaused(circuitOf(source), now)) return false;
  return epochMsOf(now) - epochMsOf(lastSuccessAt) < SUCCESS_GRAIN_MS;
}

function problemOf(answer: ClientAnswer): string {
  if (answer.kind === "rate_limited") return "Too many requests: it asked us to wait.";
  return "problem" in answer ? answer.problem : "";
}

function noticeOf({ slug }: SourcesTable, answer: ClientAnswer, { failures }: Circuit): { kind: NoticeKind; message: string } | null {
  if (answer.kind === "unauthorized") {
    const message = `${answer.problem} No news comes from the source "${slug}" until its API key is replaced, or works again.`;
    return { kind: "source.unauthorized", message };
  }
  if (answer.kind === "unavailable" && failures >= OPENS_AT) {
    const message = `${answer.problem} The source "${slug}" failed ${failures} times in a row; it is tried again from time to time.`;
    return { kind: "source.unavailable", message };
  }
  return null;
}
