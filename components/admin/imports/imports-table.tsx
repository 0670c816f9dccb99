import Link from "next/link";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { countText, IMPORT_STATES, type ImportState } from "./import-states.ts";

export interface ImportRow {
  id: string;
  fileName: string;
  state: ImportState;
  rowCount: number;
  createdCount: number;
  existingCount: number;
  failedCount: number;
  createdAt: MomentText;
}

const COLUMNS: readonly Column<ImportRow>[] = [
  {
    key: "file",
    header: "File",
    isMain: true,
    cell: ({ id, fileName }) => (
      <Link href={`/admin/imports/${id}`} prefetch={false}>
        {fileName}
      </Link>
    ),
  },
  {
    key: "state",
    header: "State",
    cell: ({ state }) => <Badge tone={IMPORT_STATES[state].tone}>{IMPORT_STATES[state].words}</Badge>,
  },
  { key: "rows", header: "Rows", align: "end", cell: ({ rowCount }) => countText(rowCount) },
  { key: "created", header: "New", align: "end", cell: ({ createdCount }) => countText(createdCount) },
  { key: "existing", header: "Known before", align: "end", cell: ({ existingCount }) => countText(existingCount) },
  {
    key: "failed",
    header: "To mend",
    align: "end",
    cell: ({ failedCount }) => <span className={failedCount > 0 ? "font-medium text-bad" : undefined}>{countText(failedCount)}</span>,
  },
  { key: "when", header: "Uploaded", cell: ({ createdAt }) => <Moment moment={createdAt} /> },
];

export function ImportsTable({ rows }: { rows: readonly ImportRow[] }) {
  return <DataTable caption="Files of parcels, newest first" columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />;
}
