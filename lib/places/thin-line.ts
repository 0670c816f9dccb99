export type Point = readonly [x: number, y: number];

/** The line without points that stand less than `step` from the one before; its ends stay. */
export function skipSteps<P extends Point>(line: readonly P[], step: number): P[] {
  const kept: P[] = [];
  line.forEach((point, i) => {
    const before = kept.at(-1);
    const isEnd = i === line.length - 1;
    if (before === undefined || isEnd || Math.abs(point[0] - before[0]) + Math.abs(point[1] - before[1]) >= step) kept.push(point);
  });
  return kept;
}

/** Takes away the corners that change the shape least, all that span less than `area` (Visvalingam); an open line keeps its ends. */
export function thinLine(line: readonly Point[], area: number): Point[] {
  return thin(line, area, false);
}

/** The same for a ring without a repeated last point; empty when nothing of any size remains. */
export function thinRing(ring: readonly Point[], area: number): Point[] {
  const thinned = thin(ring, area, true);
  return thinned.length < 3 || Math.abs(signedArea(thinned)) < area * 2 ? [] : thinned;
}

/** Positive when the ring turns clockwise on a screen, where y points down. */
export function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** In rounds: each takes the corners that are small and smaller than both neighbours. */
function thin(line: readonly Point[], area: number, isClosed: boolean): Point[] {
  let points = [...line];
  for (;;) {
    const sizes = points.map((_, i) => cornerSize(points, i, isClosed));
    const sizeAt = (i: number) => sizes[(i + sizes.length) % sizes.length] ?? Number.POSITIVE_INFINITY;
    const rest = points.filter((_, i) => sizeAt(i) >= area || sizeAt(i) > sizeAt(i - 1) || sizeAt(i) >= sizeAt(i + 1));
    if (rest.length === points.length || rest.length < 3) return rest.length < points.length && isClosed ? [] : points;
    points = rest;
  }
}

function cornerSize(points: readonly Point[], i: number, isClosed: boolean): number {
  const count = points.length;
  if (!isClosed && (i === 0 || i === count - 1)) return Number.POSITIVE_INFINITY;
  const [a, b, c] = [points[(i - 1 + count) % count], points[i], points[(i + 1) % count]];
  if (!a || !b || !c) return Number.POSITIVE_INFINITY;
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}
