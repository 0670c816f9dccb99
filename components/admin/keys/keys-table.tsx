import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge } from "../ui/badge.tsx";
import { Code } from "../ui/code.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";

export interface KeyRow {
  id: string;
  name: string;
  /** Its last characters. */
  hint: string;
  created: MomentText;
  /** Null for never. */
  used: MomentText | null;
  /** Null for one that works. */
  revoked: MomentText | null;
}

export function KeysTable({ keys, actionsFor }: { keys: readonly KeyRow[]; actionsFor?: ((key: KeyRow) => ReactNode) | undefined }) {
  return (
    <DataTable
      caption="API keys"
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: "Name", isMain: true, cell: ({ name }) => <span className="[overflow-wrap:anywhere]">{name}</span> },
        { key: "hint", header: "Ends in", cell: ({ hint }) => <Code>{hint}</Code> },
        { key: "created", header: "Created", cell: ({ created }) => <Moment moment={created} /> },
        {
          key: "used",
          header: "Last used",
          cell: ({ used }) => (used ? <Moment moment={used} /> : <span className="text-muted">Never</span>),
        },
        { key: "state", header: "State", cell: State },
        ...(actionsFor ? [{ key: "actions", header: "Actions", cell: (row: KeyRow) => (row.revoked ? null : actionsFor(row)) }] : []),
      ]}
    />
  );
}

function State({ revoked }: KeyRow) {
  if (revoked === null) return <Badge tone="good">Works</Badge>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge>Revoked</Badge> <Moment moment={revoked} />
    </span>
  );
}
