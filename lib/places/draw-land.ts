import { type GeoContext, type GeoPermissibleObjects, geoPath } from "d3-geo";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import type { MapFrame } from "./map-frame.ts";
import { type LonLat, shapesAround } from "./map-shapes.ts";
import { outlinePath } from "./svg-path.ts";
import { type Point, signedArea, skipSteps, thinLine, thinRing } from "./thin-line.ts";

/** Bytes of path text. Shores come first; borders get what they leave. */
const LONGEST_PATH = 2000;
const LONGEST_SHORE_BESIDE_BORDERS = 1200;
/** Square pixels; grows until the text fits. */
const FIRST_AREA = 0.6;
const AREA_GROWTH = 1.5;
const FIRST_STEP = 0.8;
/** Bytes; below it a text needn't be written to know that it is too long. */
const SHORTEST_POINT = 5;
/** Islands of a few pixels are left out before they are projected. */
const SMALLEST_RADIUS = 2.5;
/** Borders clutter a view of continents. */
const WIDEST_WITH_BORDERS = 1.25;
const SHORTEST_BORDER = 8;
const BORDER_WIDTH = 0.8;

/** Many parcels go the same way, and a frame takes tens of milliseconds to draw. */
const drawnFrames = boundedMemo<string>(500);

/** Land as one outline to fill, clipped to the frame, with country and state lines cut out of it. */
export function drawLand(frame: MapFrame): string {
  const key = [...frame.centre, frame.projection.scale(), ...frame.projection.translate()].map((number) => number.toFixed(3)).join(" ");
  return drawnFrames(key, () => drawFrame(frame));
}

function drawFrame(frame: MapFrame): string {
  const { land, borders } = shapesAround(frame.centre, { radius: frame.radius, smallest: SMALLEST_RADIUS / frame.projection.scale() });
  const polygons = land.map((polygon) => polygon.map((ring) => coarsened(ring, frame)));
  const hasBorders = frame.radius <= WIDEST_WITH_BORDERS;
  const longestShore = hasBorders ? LONGEST_SHORE_BESIDE_BORDERS : LONGEST_PATH;
  const shore = fitting(trace(frame, { type: "MultiPolygon", coordinates: polygons }), longestShore, thinRing);
  const shorePath = shore.map(outlinePath).join("");
  if (!hasBorders) return shorePath;
  const lines = trace(frame, { type: "MultiLineString", coordinates: borders.map((line) => coarsened(line, frame)) });
  const cuts = fitting(lines, (LONGEST_PATH - shorePath.length) / 2, thinBorder);
  return shorePath + cuts.map((line) => outlinePath(cutAlong(line))).join("");
}

/** Thins all shapes alike, further and further, until their text fits. */
function fitting(shapes: readonly Point[][], longest: number, thin: (shape: readonly Point[], area: number) => Point[]): Point[][] {
  let thinned = shapes.map((shape) => skipSteps(shape, FIRST_STEP));
  for (let area = FIRST_AREA; ; area *= AREA_GROWTH) {
    thinned = thinned.map((shape) => thin(shape, area)).filter((shape) => shape.length > 1);
    const points = thinned.reduce((sum, shape) => sum + shape.length, 0);
    if (points * SHORTEST_POINT <= longest && thinned.map(outlinePath).join("").length <= longest) return thinned;
  }
}

function thinBorder(line: readonly Point[], area: number): Point[] {
  return lengthOf(line) > SHORTEST_BORDER * Math.sqrt(area) ? thinLine(line, area) : [];
}

/** As fine as a quarter of a pixel needs; a ring must keep four points to be one. */
function coarsened(line: LonLat[], { projection }: MapFrame): LonLat[] {
  const coarse = skipSteps(line, 0.25 / (projection.scale() * (Math.PI / 180)));
  return coarse.length < 4 ? line : coarse;
}

/** The projected and clipped lines of a shape. */
function trace({ projection }: MapFrame, shape: GeoPermissibleObjects): Point[][] {
  const lines: Point[][] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => lines.push([[x, y]]),
    lineTo: (x, y) => lines.at(-1)?.push([x, y]),
    arc: () => undefined,
    closePath: () => undefined,
  };
  geoPath(projection, context)(shape);
  return lines;
}

/** Land turns clockwise; a sliver that turns the other way cancels it, so that water shows through. */
function cutAlong(line: readonly Point[]): Point[] {
  const side = (distance: number) => line.map((point, i) => aside(point, line[i - 1] ?? point, line[i + 1] ?? point, distance));
  const sliver = [...side(BORDER_WIDTH / 2), ...side(-BORDER_WIDTH / 2).reverse()];
  return signedArea(sliver) > 0 ? sliver.reverse() : sliver;
}

function aside([x, y]: Point, [beforeX, beforeY]: Point, [afterX, afterY]: Point, distance: number): Point {
  const length = Math.hypot(afterX - beforeX, afterY - beforeY) || 1;
  return [x + ((beforeY - afterY) / length) * distance, y + ((afterX - beforeX) / length) * distance];
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, [x, y], i) => {
    const [beforeX, beforeY] = line[i - 1] ?? [x, y];
    return sum + Math.hypot(x - beforeX, y - beforeY);
  }, 0);
}
