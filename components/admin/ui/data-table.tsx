import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** What the row is about: its heading, and that of its card on a phone. */
  isMain?: boolean;
}

interface DataTableProps<Row> {
  /** For screen readers; the panel around it has the heading that is seen. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table on wide screens, a list of cards on phones: the same elements, told apart by style alone. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: drawn as blocks on phones, a table would lose its roles.
    <table role="table" className="block w-full text-[0.9375rem] sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden sm:table-header-group">
        <tr>
          {columns.map(({ key, header, align }) => (
            <th
              key={key}
              scope="col"
              className={`border-line border-b px-4 py-2 font-medium text-muted text-sm first:pl-5 last:pr-5 ${align === "end" ? "text-right" : "text-left"}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="block border-line border-b px-4 py-3 last:border-b-0 sm:table-row sm:border-b sm:p-0 sm:hover:bg-sunken/60"
          >
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above.
  );
}

function DataCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { isMain = false, align, header, cell } = column;
  const look = `sm:table-cell sm:px-4 sm:py-2.5 sm:first:pl-5 sm:last:pr-5 sm:align-top ${align === "end" ? "sm:text-right" : "text-left"}`;
  if (isMain) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: drawn as a block it would lose its role.
      <th scope="row" role="rowheader" className={`block pb-1 font-medium sm:border-line sm:border-b ${look}`}>
        {cell(row)}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: drawn as a block it would lose its role.
    <td role="cell" className={`grid grid-cols-[7.5rem_1fr] gap-2 py-0.5 sm:border-line sm:border-b ${look}`}>
      <span aria-hidden="true" className="text-muted text-sm sm:hidden">
        {header}
      </span>
      <div className="min-w-0">{cell(row)}</div>
    </td>
  );
}
