import { useId } from "react";
import type { DayText } from "#lib/view/console-days.ts";
import { edgeOf, Fills, fillOf } from "./fills.tsx";
import { Legend, type LegendEntry } from "./legend.tsx";
import { numberText } from "./number-text.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { roundUp } from "./round-up.ts";

interface DailyBarsProps {
  /** What is counted: "Parcels registered and delivered". */
  title: string;
  /** From the bottom of each bar to its top; beside each other where `isGrouped`. */
  series: readonly LegendEntry[];
  /** Oldest first; a value for each of the series. */
  days: readonly { day: DayText; values: readonly number[] }[];
  isGrouped?: boolean;
  /** Said instead where there is nothing to draw. */
  none: string;
}

const HEIGHT = 120;
const SLOT = 20;
const GAP = 4;

/** A bar for each day, drawn on the server; stretched to the width there is. */
export function DailyBars({ title, series, days, isGrouped = false, none }: DailyBarsProps) {
  const id = useId();
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const largest = Math.max(0, ...days.map(({ values }) => (isGrouped ? Math.max(...values) : sum(values))));
  if (largest === 0) return <p className="text-muted">{none}</p>;
  const end = roundUp(largest);
  const totals = series.map((_, index) => sum(days.map(({ values }) => values[index] ?? 0)));
  const summary = series.map(({ label }, index) => `${numberText(totals[index] ?? 0)} ${label.toLowerCase()}`).join(", ");
  const columns = { days, series, end, isGrouped, id };
  return (
    <figure className="grid grid-cols-1 gap-3">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1">
        <div className="flex h-32 flex-col justify-between text-right text-muted text-xs leading-none tabular-nums" aria-hidden="true">
          <span>{numberText(end)}</span>
          <span>{numberText(end / 2)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${days.length * SLOT} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-32 w-full"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{`In ${days.length} days: ${summary}. The numbers follow in a table.`}</desc>
          <Fills id={id} />
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <path key={y} d={`M0 ${y}h${days.length * SLOT}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          <Columns {...columns} />
        </svg>
        <span />
        <div className="flex justify-between text-muted text-xs" aria-hidden="true">
          {[days[0], days[Math.floor(days.length / 2)], days.at(-1)].map((each) => (
            <span key={each?.day.long}>{each?.day.short}</span>
          ))}
        </div>
      </div>
      <figcaption>
        <Legend entries={series.map((entry, index) => ({ ...entry, label: `${entry.label}: ${numberText(totals[index] ?? 0)}` }))} />
      </figcaption>
      <NumbersTable
        caption={`${title}, day by day`}
        headers={["Day", ...series.map(({ label }) => label)]}
        rows={days.map(({ day, values }) => ({ label: day.long, values })).reverse()}
      />
    </figure>
  );
}

type ColumnsProps = Required<Pick<DailyBarsProps, "days" | "series" | "isGrouped">> & { end: number; id: string };

function Columns({ days, series, end, isGrouped, id }: ColumnsProps) {
  const width = (SLOT - GAP) / (isGrouped ? series.length : 1);
  return days.map(({ day, values }, column) => {
    let base = HEIGHT;
    return (
      <g key={day.long}>
        <title>{`${day.long}: ${series.map(({ label }, index) => `${numberText(values[index] ?? 0)} ${label.toLowerCase()}`).join(", ")}`}</title>
        <rect x={column * SLOT} width={SLOT} height={HEIGHT} className="fill-transparent" />
        {series.map(({ label, fill }, index) => {
          const height = ((values[index] ?? 0) / end) * HEIGHT;
          const y = isGrouped ? HEIGHT - height : base - height;
          base -= height;
          return (
            height > 0 && (
              <rect
                key={label}
                x={column * SLOT + GAP / 2 + (isGrouped ? index * width : 0)}
                y={y}
                width={width}
                height={height}
                fill={fillOf(id, fill)}
                className={edgeOf(fill)}
                vectorEffect="non-scaling-stroke"
              />
            )
          );
        })}
      </g>
    );
  });
}
