import type { DayText } from "#lib/view/console-days.ts";
import { numberText } from "../charts/number-text.ts";
import { DataTable } from "../ui/data-table.tsx";
import { REFUSALS } from "./source-states.ts";

export interface RefusalRow {
  day: DayText;
  reason: string;
  count: number;
}

/** Webhooks that were not believed. */
export function RefusalsTable({ refusals }: { refusals: readonly RefusalRow[] }) {
  return (
    <DataTable
      caption="Webhooks that were refused, by day and reason"
      rows={refusals}
      rowKey={({ day, reason }) => `${day.long} ${reason}`}
      columns={[
        { key: "day", header: "Day", isMain: true, cell: ({ day }) => day.long },
        { key: "reason", header: "Why", cell: ({ reason }) => REFUSALS[reason] ?? reason },
        { key: "count", header: "How many", align: "end", cell: ({ count }) => numberText(count) },
      ]}
    />
  );
}
