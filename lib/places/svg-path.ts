import { round } from "./map-frame.ts";
import type { Point } from "./thin-line.ts";

/** A closed outline as relative steps of one decimal, which is the shortest way to write it. */
export function outlinePath(ring: readonly Point[]): string {
  const [first, ...others] = ring.map(([x, y]): Point => [round(x), round(y)]);
  if (first === undefined) return "";
  let [lastX, lastY] = first;
  const steps = others.map(([x, y]) => {
    const step = numbers(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
    return step;
  });
  return `M${numbers(...first)}l${joinNumbers(steps)}z`;
}

export function curvePath(from: Point, control: Point, to: Point): string {
  return `M${numbers(...from)}Q${joinNumbers([numbers(...control), numbers(...to)])}`;
}

export function segmentPath(from: Point, to: Point): string {
  return `M${numbers(...from)}L${numbers(...to)}`;
}

function numbers(x: number, y: number): string {
  return joinNumbers([shortest(x), shortest(y)]);
}

/** A minus separates by itself. */
function joinNumbers(parts: readonly string[]): string {
  return parts.reduce((text, part) => (text === "" || part.startsWith("-") ? text + part : `${text} ${part}`), "");
}

/** `.5` for `0.5`. */
function shortest(number: number): string {
  return String(round(number)).replace(/^(-?)0\./, "$1.");
}
