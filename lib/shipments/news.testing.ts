import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { providers } from "#lib/providers/registry.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker } from "#lib/testing/factories.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { TrackerChange } from "./fold-into-tracker.ts";
import { listEvents } from "./list-events.ts";
import { registerTracker } from "./register-tracker.ts";
import { takeNews } from "./take-news.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import { newsContextOf } from "./verb-context.ts";

export const NUMBER = "9405511899223197428490";
export const USPS = findCarrier("usps")?.slug ?? ("" as CarrierSlug);

/** What a test of trackers does again and again, in the books of one merchant. */
export async function openBooks(test: TestDatabase, slug = "fern", mode: Mode = "production") {
  const merchant = await createMerchant(test, slug);
  const caller: Books = { merchantId: merchant.id, mode };

  async function tell(payload: unknown, provider: ProviderName = "easypost"): Promise<TrackerChange[]> {
    const reading = providers[provider].read(payload, { mode });
    if (reading.kind !== "snapshots") throw new Error(`cannot be read: ${JSON.stringify(reading)}`);
    const changes: TrackerChange[] = [];
    for (const snapshot of reading.snapshots) {
      const news = newsContextOf(test, caller);
      changes.push((await test.db.kysely.transaction().execute((trx) => takeNews(trx, news, snapshot))).change);
    }
    return changes;
  }

  async function register(trackingNumber = NUMBER): Promise<TrackerRecord> {
    const outcome = await registerTracker(test, { caller, carrier: USPS, trackingNumber });
    if (outcome.kind !== "created" && outcome.kind !== "existing") throw new Error(`not registered: ${JSON.stringify(outcome)}`);
    return outcome.tracker;
  }

  /** Oldest first, as far as their times tell. */
  async function events() {
    const page = await listEvents(test, { caller, page: { limit: 100 } });
    return page.kind === "page" ? page.rows.toReversed() : [];
  }

  const trackerPayload = (changes: Parameters<typeof easypostTracker>[0]) => easypostTracker({ mode, ...changes });
  return { caller, tell, register, events, trackerPayload };
}
