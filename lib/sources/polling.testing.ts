import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { createTaskHandlers } from "#lib/runtime/task-handlers.ts";
import type { SourceId, TrackerId } from "#lib/shared/ids.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import type { FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import type { PolledProvider } from "#lib/testing/vendor-bodies.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { createSource } from "./create-source.ts";

export const USPS = "usps" as CarrierSlug;

/** Numbers of USPS that are all right, as many as anybody needs. */
export function uspsNumber(index: number): string {
  const digits = `94055118992231${String(index).padStart(7, "0")}`;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A merchant's polling, played through against the fake providers by the test's clock. */
export interface Polling {
  runtime: Runtime & { clock: TestDatabase["clock"] };
  addSource(merchant: Merchant, provider: PolledProvider, apiKey: string, changes?: { mode?: Mode; slug?: string }): Promise<SourceId>;
  register(
    merchant: Merchant,
    trackingNumber: string,
    changes?: { mode?: Mode; carrier?: CarrierSlug },
  ): Promise<{ id: TrackerId; advice: string[] }>;
  /** What comes round every minute, and everything that follows from it now. */
  comeRound(): Promise<void>;
  /** Minute by minute; where it is long, in larger steps. */
  liveThrough(minutes: number): Promise<void>;
  trackerOf(id: TrackerId): Promise<TrackersTable>;
}

export function startPolling(database: TestDatabase, server: FakeProviderServer): Polling {
  const { easypostUrl, shippoUrl, shipengineUrl } = server;
  const runtime = { ...database, config: { ...database.config, easypostUrl, shippoUrl, shipengineUrl } };

  async function runJobs() {
    const problems: string[] = [];
    await runDueJobs(runtime, createTaskHandlers(runtime), ({ task, problem }) => problems.push(`${task}: ${problem}`));
    if (problems.length > 0) throw new Error(problems.join("\n"));
  }

  async function comeRound() {
    await runtime.jobs.enqueue(runtime.db.kysely, { task: "find_due_trackers", payload: {} });
    await runJobs();
  }

  return {
    runtime,
    comeRound,
    async liveThrough(minutes) {
      const step = minutes > 60 ? 15 : 1;
      for (let passed = 0; passed < minutes; passed += step) {
        runtime.clock.advanceMinutes(Math.min(step, minutes - passed));
        await comeRound();
      }
    },
    async addSource(merchant, provider, apiKey, { mode = "production", slug } = {}) {
      const outcome = await createSource(runtime, { merchantId: merchant.id, provider, mode, secrets: { apiKey }, ...(slug && { slug }) });
      if (outcome.kind !== "created") throw new Error(`no source: ${JSON.stringify(outcome)}`);
      return outcome.source.id;
    },
    async register(merchant, trackingNumber, { mode = "production", carrier = USPS } = {}) {
      const outcome = await registerTracker(runtime, { caller: { merchantId: merchant.id, mode }, carrier, trackingNumber });
      if (!("tracker" in outcome)) throw new Error(`not registered: ${JSON.stringify(outcome)}`);
      return { id: outcome.tracker.id, advice: outcome.advice };
    },
    trackerOf: (id) => runtime.db.kysely.selectFrom("trackers").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  };
}
