import type { Database } from "#lib/db/engine/database.ts";
import { listRefusalDays } from "#lib/db/queries/overview.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, SourceId } from "#lib/shared/ids.ts";
import { plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";

const DAYS = 30;

/** How many webhooks a source refused on a day, and why. */
export interface RefusalDay {
  on: CalendarDay;
  reason: string;
  count: number;
}

/** Of the last thirty days, the latest first. */
export async function listRefusals(
  ctx: { db: Database; clock: Clock },
  { merchantId, sourceId }: { merchantId: MerchantId; sourceId: SourceId },
): Promise<RefusalDay[]> {
  const since = plusDays(utcDayOf(ctx.clock.now()), 1 - DAYS);
  const rows = await listRefusalDays(ctx.db.kysely, { id: sourceId, merchantId, since });
  return rows.map(({ day, reason, count }) => ({ on: day, reason, count }));
}
