import { epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { ImportRecord } from "./import-record.ts";

/** How far an import has come, as its screen asks again and again. */
export interface ImportProgress extends Pick<ImportRecord, "state" | "rowCount" | "createdCount" | "existingCount" | "failedCount"> {
  doneCount: number;
  /** Nothing has happened for longer than it ever takes: whoever did the work may have died. */
  isStalled: boolean;
}

export function buildImportProgress(record: ImportRecord, now: Instant): ImportProgress {
  const { state, rowCount, createdCount, existingCount, failedCount, updatedAt } = record;
  const isStalled = state === "running" && epochMsOf(now) - epochMsOf(updatedAt) > MINUTE_MS;
  return { state, rowCount, createdCount, existingCount, failedCount, doneCount: createdCount + existingCount + failedCount, isStalled };
}
