import type { ReactNode } from "react";
import type { Layout } from "#lib/branding/brand.ts";

const bar = (x: number, y: number, width: number, height = 2.5) => (
  <rect key={`${x},${y}`} x={x} y={y} width={width} height={height} rx={1} className="fill-muted" opacity={0.55} />
);
const card = (x: number, y: number, width: number, height: number) => (
  <rect key={`${x},${y}`} x={x} y={y} width={width} height={height} rx={2} className="fill-raised stroke-edge" strokeWidth={0.75} />
);
const strong = (x: number, y: number, width: number, height: number, rx = 1) => (
  <rect key={`${x},${y}`} x={x} y={y} width={width} height={height} rx={rx} className="fill-accent" />
);

const DRAWINGS: Readonly<Record<Layout, ReactNode>> = {
  classic: [
    card(6, 11, 42, 21),
    strong(10, 15, 22, 4),
    bar(10, 22, 30),
    strong(10, 27, 24, 1.5),
    card(6, 35, 42, 25),
    bar(10, 40, 26),
    bar(10, 46, 32),
    bar(10, 52, 22),
    card(51, 11, 23, 16),
    card(51, 30, 23, 14),
    card(51, 47, 23, 13),
  ],
  banner: [
    strong(0, 7, 80, 27, 0),
    <rect key="words" x={7} y={13} width={34} height={5} rx={1} className="fill-on-accent" />,
    <rect key="more" x={7} y={21} width={24} height={2.5} rx={1} className="fill-on-accent" opacity={0.7} />,
    card(6, 29, 68, 10),
    strong(10, 33.5, 40, 1.5),
    bar(7, 43, 66),
    bar(7, 48, 58),
    card(6, 53, 21, 9),
    card(29.5, 53, 21, 9),
    card(53, 53, 21, 9),
  ],
  minimal: [
    strong(22, 13, 30, 5),
    bar(22, 21, 36),
    strong(22, 28, 36, 1.5),
    bar(22, 35, 30),
    bar(22, 41, 34),
    bar(22, 47, 26),
    bar(22, 53, 32),
  ],
};

/** A layout at the size of a stamp. */
export function LayoutPicture({ layout }: { layout: Layout }) {
  return (
    <svg viewBox="0 0 80 64" aria-hidden="true" className="w-full rounded-[0.3rem] border border-line bg-sunken">
      <rect width={80} height={7} className="fill-raised" />
      {bar(6, 2.5, 14)}
      {DRAWINGS[layout]}
    </svg>
  );
}
