import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../../ui/badge.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type ErasureCounts, goneWords, stepWords } from "./erasure-words.ts";

interface ErasureLine extends ErasureCounts {
  id: string;
  begun: MomentText;
  createdBy: string | null;
}

/** What was erased, never whose it was. */
export function ErasureList({ erasures }: { erasures: readonly ErasureLine[] }) {
  if (erasures.length === 0) return null;
  return (
    <Panel title="Erased before" description="How much went, and when. Whose it was is not kept." isFlush>
      <DataTable
        caption="Erased before"
        rows={erasures}
        rowKey={({ id }) => id}
        columns={[
          { key: "when", header: "Begun", isMain: true, cell: ({ begun }) => <Moment moment={begun} /> },
          { key: "who", header: "By", cell: ({ createdBy }) => createdBy ?? "A former member" },
          { key: "gone", header: "Gone", cell: goneWords },
          { key: "step", header: "State", cell: ({ step }) => <Badge tone={step === "done" ? "good" : "info"}>{stepWords(step)}</Badge> },
        ]}
      />
    </Panel>
  );
}
