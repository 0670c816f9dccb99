import { curvePath, segmentPath } from "./svg-path.ts";
import type { Point } from "./thin-line.ts";

const BOW = 0.32;
const HIGHEST_BOW = 46;
const DASH = 5;
const GAP = 5;

interface Spot {
  x: number;
  y: number;
}

/** A leg bows upwards, like the flight it may be. */
export function drawLeg([from, to]: readonly [Spot, Spot]): string {
  return curvePath([from.x, from.y], controlOf(from, to), [to.x, to.y]);
}

/** The same curve in dashes, written out because they share the path with the whole lines. */
export function drawLegAhead([from, to]: readonly [Spot, Spot]): string {
  const control = controlOf(from, to);
  const count = Math.max(1, Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / (DASH + GAP)));
  const at = (share: number): Point => [between(from.x, control[0], to.x, share), between(from.y, control[1], to.y, share)];
  const dashShare = DASH / (DASH + GAP) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = (i + 0.5) / count - dashShare / 2;
    return segmentPath(at(start), at(start + dashShare));
  }).join("");
}

function controlOf(from: Spot, to: Spot): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = Math.min(length * BOW, HIGHEST_BOW) * (dx < 0 ? -1 : 1);
  return [(from.x + to.x) / 2 + (dy / length) * bow, (from.y + to.y) / 2 - (dx / length) * bow];
}

/** A point of the quadratic curve. */
function between(from: number, control: number, to: number, share: number): number {
  const rest = 1 - share;
  return rest * rest * from + 2 * rest * share * control + share * share * to;
}
