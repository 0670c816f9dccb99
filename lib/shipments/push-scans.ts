import { trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerRow, type TrackerRecordRow } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { calendarDayOf, plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerChange } from "./fold-into-tracker.ts";
import { takeNews } from "./take-news.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import { newsContextOf, type WriteContext } from "./verb-context.ts";

export type PushScansOutcome =
  | { kind: "taken"; tracker: TrackerRecord; change: Exclude<TrackerChange, "deleted"> }
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "not_found" };

/** Takes in what a carrier or shop reports of a tracker of its own. The same report again, or reports in another order, change nothing. */
export async function pushScans(
  ctx: WriteContext,
  { caller, id, report }: { caller: Books; id: string; report: unknown },
): Promise<PushScansOutcome> {
  const row = await findTrackerRow(ctx.db.kysely, caller, id as TrackerId);
  if (!row) return { kind: "not_found" };
  const news = newsContextOf(ctx, caller);
  const reading = readReport(report, row);
  if (reading.kind === "invalid") return reading;
  const issues = findFutureDates(reading.snapshot, news.now);
  if (issues.length > 0) return { kind: "invalid", issues };

  const address = await loadMerchantAddress(ctx, caller.merchantId);
  const { epoch } = trackerColumn.read(row.document);
  const taken = await ctx.db.kysely.transaction().execute((trx) => takeNews(trx, { ...news, epoch }, reading.snapshot));
  if (taken.change === "deleted") return { kind: "not_found" };
  return { kind: "taken", tracker: buildTrackerRecord(taken.row, address), change: taken.change };
}

/** The tracker's own address says whose the report is. */
const IDENTITY = ["carrier", "tracking_number"] as const;

function readReport(
  report: unknown,
  { carrier, tracking_number, mode }: TrackerRecordRow,
): { kind: "report"; snapshot: TrackerSnapshot } | { kind: "invalid"; issues: Issue[] } {
  const isObject = typeof report === "object" && report !== null && !Array.isArray(report);
  const said = isObject ? IDENTITY.filter((field) => Object.hasOwn(report, field)) : [];
  const issues = said.map((path) => ({ path, message: "is said by the address already: leave it out" }));
  if (issues.length > 0) return { kind: "invalid", issues };

  const reading = providers.push.read(isObject ? { ...report, carrier, tracking_number } : report, { mode });
  const [snapshot] = reading.kind === "snapshots" ? reading.snapshots : [];
  if (snapshot !== undefined) return { kind: "report", snapshot };
  return { kind: "invalid", issues: reading.kind === "invalid" ? reading.issues : [] };
}

/** A date to come would have the last word until then. Carriers' days may be a day ahead of ours. */
function findFutureDates({ scans, asOf }: TrackerSnapshot, now: Instant): Issue[] {
  const tomorrow = plusDays(utcDayOf(now), 1);
  const message = `lies in the future: it is ${now} now`;
  const late = scans.flatMap(({ time }, index) => ((calendarDayOf(time) ?? "") > tomorrow ? [`scans.${index}.occurred_at`] : []));
  const isLate = late.length === 0 && asOf !== null && utcDayOf(asOf) > tomorrow;
  return [...late, ...(isLate ? ["as_of"] : [])].map((path) => ({ path, message }));
}
