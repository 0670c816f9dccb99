import { type Column, DataTable } from "../ui/data-table.tsx";

export interface ProblemRow {
  number: number;
  problem: string;
  /** What the row says, by the names of its columns; those of the plan. */
  said: readonly { name: string; text: string }[];
}

const COLUMNS: readonly Column<ProblemRow>[] = [
  { key: "row", header: "Row", isMain: true, cell: ({ number }) => <span className="whitespace-nowrap tabular-nums">Row {number}</span> },
  { key: "problem", header: "What is wrong", cell: ({ problem }) => problem },
  {
    key: "said",
    header: "What it says",
    cell: ({ said }) => (
      <ul className="grid gap-0.5 text-sm sm:min-w-48">
        {said.map(({ name, text }) => (
          <li key={name} className="min-w-0 [overflow-wrap:anywhere]">
            <span className="text-muted">{name}: </span>
            {text}
          </li>
        ))}
      </ul>
    ),
  },
];

export function ProblemsTable({ rows }: { rows: readonly ProblemRow[] }) {
  return <DataTable caption="Rows to mend, in the file’s order" columns={COLUMNS} rows={rows} rowKey={({ number }) => String(number)} />;
}
