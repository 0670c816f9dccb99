import type { Runtime } from "#lib/runtime/runtime.ts";
import { DAY_MS, plusMs } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { takeNews } from "#lib/shipments/take-news.ts";
import { newsContextOf } from "#lib/shipments/verb-context.ts";
import { aScan, aSnapshot, timeWithOffset } from "#lib/testing/snapshots.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Shop } from "./console.ts";

export interface ParcelStory {
  number: string;
  status: Status;
  substatus: Substatus;
  daysAgo: number;
  mode?: Mode;
}

/** A parcel of a shop, as it came to be some days ago and has been since. */
export async function addParcel(
  runtime: Runtime,
  shop: Shop,
  { number, status, substatus, daysAgo, mode = "production" }: ParcelStory,
): Promise<TrackerId> {
  const since = plusMs(runtime.clock.now(), -daysAgo * DAY_MS);
  const time = timeWithOffset(`${since.slice(0, 19)}+00:00`);
  const snapshot = aSnapshot({ mode, trackingNumber: number, asOf: since, status, substatus, scans: [aScan({ status, substatus, time })] });
  const context = newsContextOf(runtime, { merchantId: shop.id, mode });
  const { row } = await runtime.db.kysely.transaction().execute((trx) => takeNews(trx, context, snapshot));
  await runtime.db.kysely.updateTable("trackers").set({ updated_at: since }).where("id", "=", row.id).execute();
  return row.id;
}
