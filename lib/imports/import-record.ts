import type { ImportState, ImportsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ImportId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { ImportPlan } from "./import-plan.ts";

/** A file of parcels, as its merchant sees it. */
export interface ImportRecord {
  id: ImportId;
  mode: Mode;
  fileName: string;
  state: Exclude<ImportState, "reading">;
  /** What the file calls its columns. */
  headers: string[];
  plan: ImportPlan | null;
  /** Rows of data. */
  rowCount: number;
  /** Parcels that were not known before. */
  createdCount: number;
  existingCount: number;
  failedCount: number;
  createdAt: Instant;
  startedAt: Instant | null;
  /** When something last happened to it. */
  updatedAt: Instant;
  endedAt: Instant | null;
}

export function buildImportRecord(row: ImportsTable): ImportRecord | null {
  if (row.state === "reading") return null;
  return {
    id: row.id,
    mode: row.mode,
    fileName: row.file_name,
    state: row.state,
    headers: headersColumn.read(row.headers),
    plan: row.plan === null ? null : planColumn.read(row.plan),
    rowCount: row.row_count,
    createdCount: row.created_count,
    existingCount: row.existing_count,
    failedCount: row.failed_count,
    createdAt: row.created_at,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
  };
}

const column = <Value>() => ({
  write: (value: Value): string => JSON.stringify(value),
  read: (text: string): Value => JSON.parse(text) as Value,
});

/** Only typed values are ever written. */
export const headersColumn = column<string[]>();
export const planColumn = column<ImportPlan>();
export const cellsColumn = column<string[]>();
