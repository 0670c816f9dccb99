import Link from "next/link";
import { numberText } from "./number-text.ts";

interface BarListProps {
  caption: string;
  /** Where a row leads, if anywhere. */
  rows: readonly { label: string; value: number; href?: string }[];
}

/** How many of each, the longest bar for the most: a table whose bars only repeat what its numbers say. */
export function BarList({ caption, rows }: BarListProps) {
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table className="w-full text-[0.9375rem]">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {rows.map(({ label, value, href }) => (
          <tr key={label}>
            <th scope="row" className="w-px whitespace-nowrap py-1 pr-3 text-left font-normal">
              {href ? (
                <Link href={href} prefetch={false}>
                  {label}
                </Link>
              ) : (
                label
              )}
            </th>
            <td className="py-1">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3.5 w-full" aria-hidden="true">
                <rect width="100" height="10" className="fill-sunken" />
                <rect width={(value / largest) * 100} height="10" className="fill-accent" />
              </svg>
            </td>
            <td className="w-px whitespace-nowrap py-1 pl-3 text-right tabular-nums">{numberText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
