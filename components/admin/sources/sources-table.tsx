import Link from "next/link";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { SOURCE_STATES, type SourceState } from "./source-states.ts";

export interface SourceRow {
  slug: string;
  href: string;
  provider: string;
  state: SourceState;
  isPolled: boolean;
  lastHeard: MomentText | null;
}

export function SourcesTable({ sources }: { sources: readonly SourceRow[] }) {
  return (
    <DataTable
      caption="Sources"
      rows={sources}
      rowKey={({ slug }) => slug}
      columns={[
        { key: "name", header: "Source", isMain: true, cell: Name },
        { key: "state", header: "State", cell: State },
        { key: "how", header: "News by", cell: ({ isPolled }) => (isPolled ? "Webhooks and asking" : "Webhooks") },
        {
          key: "heard",
          header: "Last heard",
          cell: ({ lastHeard }) => (lastHeard ? <Moment moment={lastHeard} /> : <span className="text-muted">Never</span>),
        },
      ]}
    />
  );
}

function Name({ slug, href, provider }: SourceRow) {
  return (
    <div className="grid gap-0.5">
      <Link href={href} prefetch={false} className="w-fit font-medium">
        {slug}
      </Link>
      <span className="font-normal text-muted text-sm">{provider}</span>
    </div>
  );
}

function State({ state }: SourceRow) {
  const { tone, words, text } = SOURCE_STATES[state];
  return (
    <div className="grid max-w-72 gap-0.5">
      <Badge tone={tone}>{words}</Badge>
      {state !== "well" && <span className="text-muted text-sm">{text}</span>}
    </div>
  );
}
