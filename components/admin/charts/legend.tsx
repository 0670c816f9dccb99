import { useId } from "react";
import { edgeOf, type FillName, Fills, fillOf } from "./fills.tsx";

export interface LegendEntry {
  label: string;
  fill: FillName;
}

export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {entries.map(({ label, fill }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg width="14" height="14" aria-hidden="true">
            <Fills id={`${id}-${fill}`} />
            <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="2" fill={fillOf(`${id}-${fill}`, fill)} className={edgeOf(fill)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
