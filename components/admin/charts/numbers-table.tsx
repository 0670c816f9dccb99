import { numberText } from "./number-text.ts";

interface NumbersTableProps {
  caption: string;
  /** The first heads the rows. */
  headers: readonly [string, ...string[]];
  rows: readonly { label: string; values: readonly (number | string)[] }[];
}

/** A drawing's numbers, for whoever would rather read them. */
export function NumbersTable({ caption, headers, rows }: NumbersTableProps) {
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-control text-accent">Show the numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section aria-label={caption} tabIndex={0} className="mt-2 max-h-72 overflow-auto rounded-control border border-line">
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {headers.map((header, index) => (
                <th
                  key={header}
                  scope="col"
                  className={`sticky top-0 bg-sunken px-3 py-1.5 font-medium ${index === 0 ? "text-left" : "text-right"}`}
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }) => (
              <tr key={label} className="border-line border-t">
                <th scope="row" className="whitespace-nowrap px-3 py-1 text-left font-normal">
                  {label}
                </th>
                {values.map((value, index) => (
                  <td key={headers[index + 1]} className="px-3 py-1 text-right tabular-nums">
                    {typeof value === "number" ? numberText(value) : value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
