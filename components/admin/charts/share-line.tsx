import { useId } from "react";
import type { DayText } from "#lib/view/console-days.ts";
import { shareText } from "./number-text.ts";
import { NumbersTable } from "./numbers-table.tsx";

interface ShareLineProps {
  title: string;
  /** Of each day, between 0 and 1; null where there was nothing to take a share of. */
  days: readonly { day: DayText; share: number | null }[];
  /** Of all days together. */
  overall: number;
}

const HEIGHT = 60;
const SLOT = 20;

/** How a share went from day to day: the number first, the line beside it. */
export function ShareLine({ title, days, overall }: ShareLineProps) {
  const id = useId();
  return (
    <figure className="grid grid-cols-1 gap-3">
      <div className="flex items-end gap-4">
        <p className="font-semibold text-3xl tabular-nums leading-none">{shareText(overall)}</p>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 -2 ${(days.length - 1) * SLOT} ${HEIGHT + 4}`}
          preserveAspectRatio="none"
          className="h-14 min-w-0 flex-1 overflow-visible"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{`${shareText(overall)} in ${days.length} days. The numbers follow in a table.`}</desc>
          {[0, HEIGHT].map((y) => (
            <path key={y} d={`M0 ${y}h${(days.length - 1) * SLOT}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          <path
            d={drawLine(days.map(({ share }) => share))}
            className="fill-none stroke-accent"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </div>
      <NumbersTable
        caption={`${title}, day by day`}
        headers={["Day", "Share"]}
        rows={days.map(({ day, share }) => ({ label: day.long, values: [share === null ? "–" : shareText(share)] })).reverse()}
      />
    </figure>
  );
}

/** Days without a share are gaps; one between two gaps is a dot. */
export function drawLine(shares: readonly (number | null)[]): string {
  return shares
    .map((share, column) => {
      if (share === null) return "";
      const isJoined = column > 0 && shares[column - 1] !== null;
      const place = `${column * SLOT} ${Math.round((1 - share) * HEIGHT * 100) / 100}`;
      return isJoined ? `L${place}` : `M${place}h0`;
    })
    .join("");
}
