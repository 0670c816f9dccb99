import type { Queryable } from "#lib/db/engine/database.ts";
import { clearFailing, type EndpointRef, lockEndpoint, updateEndpointRow } from "#lib/db/queries/endpoints.ts";
import { cancelPending } from "#lib/db/queries/event-deliveries.ts";
import { insertNotice, resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import type { EndpointsTable } from "#lib/db/schema.ts";
import { epochMsOf, type Instant, secondsAfter } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";
import { hostOf } from "./endpoint-url.ts";
import type { Verdict } from "./judge-answer.ts";

const WARN_AFTER_SECONDS = 24 * 60 * 60;
/** Longer than the retries of one event take: when it is switched off, not one event of five days has come through. */
const DISABLE_AFTER_SECONDS = 5 * 24 * 60 * 60;

interface HealthContext {
  now: Instant;
  random: RandomBytes;
}

/** Something was accepted: all is well again. */
export async function noteAcceptance(trx: Queryable, { now }: Pick<HealthContext, "now">, endpoint: EndpointRef): Promise<void> {
  if (!(await clearFailing(trx, endpoint))) return;
  await resolveNoticesAbout(trx, { merchantId: endpoint.merchantId, subject: endpoint.id, kinds: ["endpoint.failing"] }, now);
}

/** Nothing was accepted: remembers since when, tells the merchant after a day, switches off after five, or at once where it is wished. */
export async function noteFailure(
  trx: Queryable,
  ctx: HealthContext,
  endpoint: EndpointRef,
  verdict: Exclude<Verdict, { kind: "accepted" }>,
): Promise<void> {
  const row = await lockEndpoint(trx, endpoint);
  if (!row || row.disabled_at !== null) return;
  if (verdict.kind === "gone") {
    await cancelPending(trx, endpoint);
    return disable(trx, ctx, row, `it ${verdict.problem}`);
  }
  const since = row.failing_since ?? ctx.now;
  if (row.failing_since === null) await updateEndpointRow(trx, endpoint, { failing_since: since });
  const seconds = (epochMsOf(ctx.now) - epochMsOf(since)) / 1000;
  const history = `it has accepted nothing since ${inWords(since)} (last: ${verdict.problem})`;
  if (seconds >= DISABLE_AFTER_SECONDS) return disable(trx, ctx, row, history);
  if (seconds >= WARN_AFTER_SECONDS) {
    const end = inWords(secondsAfter(since, DISABLE_AFTER_SECONDS));
    await raise(trx, ctx, row, {
      kind: "endpoint.failing",
      message: `${titleOf(row)} needs a look: ${history}. We go on trying, and switch it off at the first failure after ${end}.`,
    });
  }
}

async function disable(trx: Queryable, ctx: HealthContext, row: EndpointsTable, reason: string): Promise<void> {
  const endpoint = { id: row.id, merchantId: row.merchant_id };
  await updateEndpointRow(trx, endpoint, { disabled_at: ctx.now, disabled_reason: reason, updated_at: ctx.now });
  await resolveNoticesAbout(trx, { merchantId: row.merchant_id, subject: row.id, kinds: ["endpoint.failing"] }, ctx.now);
  await raise(trx, ctx, row, {
    kind: "endpoint.disabled",
    message: `${titleOf(row)} has been switched off: ${reason}. Enable it again once it is ready.`,
  });
}

async function raise(
  trx: Queryable,
  { now, random }: HealthContext,
  row: EndpointsTable,
  notice: { kind: NoticeKind; message: string },
): Promise<void> {
  const about = { merchant_id: row.merchant_id, mode: row.mode, subject: row.id };
  await insertNotice(trx, { id: newId("ntc", random), ...about, created_at: now, ...notice });
}

function titleOf({ mode, name, url, id }: EndpointsTable): string {
  return `The ${mode} endpoint ${name === null ? "" : `${name} `}at ${hostOf(url)} (${id})`;
}

const inWords = (at: Instant) => `${at.slice(0, 16).replace("T", " ")} UTC`;
