import { createHttpClient } from "#lib/http/create-http-client.ts";
import { takeNews } from "#lib/shipments/take-news.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { aScan, aSnapshot } from "#lib/testing/snapshots.ts";
import type { Mode, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { type CreateEndpointInput, createEndpoint } from "./create-endpoint.ts";
import { deliverEvent } from "./deliver-event.ts";
import { type DeliveryRecord, listDeliveries } from "./list-deliveries.ts";
import type { Receiver } from "./receiver.testing.ts";

/** A merchant whose parcels have news, and who wants to hear of it at addresses of this machine. */
export async function openShop(test: TestDatabase, slug = "fern", mode: Mode = "production") {
  const merchant = await createMerchant(test, slug);
  const caller = { merchantId: merchant.id, mode };
  const ctx: TestDatabase = {
    ...test,
    config: { ...test.config, allowPrivateTargets: true },
    http: createHttpClient({ allowPrivateTargets: true }),
  };
  return {
    ctx,
    caller,
    async addEndpoint(input: Omit<CreateEndpointInput, "caller" | "format"> & Partial<Pick<CreateEndpointInput, "format">>) {
      const outcome = await createEndpoint(ctx, { caller, format: "standard", ...input });
      if (outcome.kind !== "created") throw new Error(JSON.stringify(outcome));
      return { ...outcome.endpoint, secret: outcome.secret };
    },
    /** A parcel moves; each number is one that nothing was heard of before. */
    async hasNews(trackingNumber = "1Z999AA10123456784", changes: Partial<TrackerSnapshot> = {}) {
      const snapshot = aSnapshot({
        mode,
        trackingNumber,
        asOf: test.clock.now(),
        scans: [aScan({ message: `At ${test.clock.now()}` })],
        ...changes,
      });
      const news = { merchantId: merchant.id, now: test.clock.now(), random: test.random, vault: test.vault, jobs: test.jobs };
      const { row } = await test.db.kysely.transaction().execute((trx) => takeNews(trx, news, snapshot));
      return row;
    },
    /** Does what is due now. */
    run: (runtime: TestDatabase = ctx) => runDueJobs(runtime, { deliver_event: (payload) => deliverEvent(runtime, payload) }, rethrow),
    async deliveries(): Promise<DeliveryRecord[]> {
      const page = await listDeliveries(ctx, { caller, page: { limit: 100 } });
      if (page.kind !== "page") throw new Error(page.kind);
      return page.rows;
    },
    /** Lets time pass until the next attempt, and has it made. */
    async runNext(): Promise<void> {
      const times = (await this.deliveries()).flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).sort();
      if (times[0] === undefined) throw new Error("nothing waits for another attempt");
      if (times[0] > test.clock.now()) test.clock.set(times[0]);
      await this.run();
    },
  };
}

/** A shop with one endpoint, and the server that listens there. */
export async function openShopWithReceiver(test: TestDatabase, receiver: Receiver) {
  const shop = await openShop(test);
  const endpoint = await shop.addEndpoint({ url: receiver.url });
  return { test, receiver, shop, endpoint };
}

function rethrow({ task, problem }: { task: string; problem: string }): void {
  throw new Error(`${task}: ${problem}`);
}
