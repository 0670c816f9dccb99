import { performance } from "node:perf_hooks";
import type { Database } from "#lib/db/engine/database.ts";
import { findSourceRow, type SourceKey, updateSourceRow } from "#lib/db/queries/sources.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { type AskContext, askAboutSample } from "./ask-source.ts";
import { isPaused, OPENS_AT } from "./circuit.ts";
import { recordSourceAnswer } from "./record-source-answer.ts";
import { openSecrets } from "./source-secrets.ts";

export type TestSourceOutcome =
  /** Its API takes the key, and is asked again from now on if it was left alone. */
  | { kind: "answered"; tookMs: number }
  | { kind: "failed"; problem: string }
  /** It asked us to wait; asking all the same would make it worse. */
  | { kind: "must_wait"; until: Instant }
  | { kind: "no_api" }
  | { kind: "not_found" };

interface TestContext extends AskContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

/** Asks a source's API now, whatever became of it before. Nothing it says of a parcel is kept. */
export async function testSource(ctx: TestContext, key: SourceKey): Promise<TestSourceOutcome> {
  const source = await findSourceRow(ctx.db.kysely, key);
  if (!source) return { kind: "not_found" };
  if (openSecrets(ctx.vault, source.secrets).apiKey === undefined) return { kind: "no_api" };
  const waitUntil = askedToWait(source, ctx.clock.now());
  if (waitUntil !== null) return { kind: "must_wait", until: waitUntil };

  const startedMs = performance.now();
  const answer = await askAboutSample(ctx, source);
  const tookMs = Math.round(performance.now() - startedMs);
  const now = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<TestSourceOutcome> => {
    const { pausedUntil } = await recordSourceAnswer(trx, { now, random: ctx.random }, { source, answer });
    switch (answer.kind) {
      case "unauthorized":
      case "unavailable":
        return { kind: "failed", problem: answer.problem };
      case "rate_limited":
        return { kind: "must_wait", until: pausedUntil ?? now };
      case "payload":
      case "accepted":
      case "not_found":
      case "unsupported":
        await updateSourceRow(trx, { id: source.id, merchantId: source.merchant_id }, { paused_until: null });
        return { kind: "answered", tookMs };
    }
  });
}

/** A pause after failures is ours to end; one that the API asked for is not. */
function askedToWait({ failures, paused_until: pausedUntil }: SourcesTable, now: Instant): Instant | null {
  return failures < OPENS_AT && isPaused({ failures, pausedUntil }, now) ? pausedUntil : null;
}
