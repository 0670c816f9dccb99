import { type GeoProjection, geoAzimuthalEqualArea } from "d3-geo";
import { type LonLat, middleOf } from "./map-shapes.ts";
import type { Point } from "./thin-line.ts";

export const MAP_WIDTH = 336;
export const MAP_HEIGHT = 190;
/** Room for dots, labels and the bow of the route. */
const PADDING = { x: 52, top: 46, bottom: 42 };
const EARTH_RADIUS_KM = 6371;
/** Never closer than this across, so that a shore or a border stays in sight. */
const CLOSEST_KM = 1100;

export interface MapFrame {
  projection: GeoProjection;
  centre: LonLat;
  /** What the frame shows reaches this far from the centre, in radians. */
  radius: number;
}

/** A view on the globe from above the middle of the points: no seam at the antimeridian, no stretch towards the poles. */
export function frameAround(points: readonly LonLat[]): MapFrame {
  const centre = middleOf(points);
  const unit = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).scale(1).translate([0, 0]).precision(0);
  const flat = points.map((point): Point => unit(point) ?? [0, 0]);
  const [left, right] = extent(flat.map(([x]) => x));
  const [top, bottom] = extent(flat.map(([, y]) => y));
  const room = { width: MAP_WIDTH - 2 * PADDING.x, height: MAP_HEIGHT - PADDING.top - PADDING.bottom };
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top), (MAP_WIDTH * EARTH_RADIUS_KM) / CLOSEST_KM);
  const projection = unit
    .scale(scale)
    .translate([MAP_WIDTH / 2 - ((left + right) / 2) * scale, PADDING.top + room.height / 2 - ((top + bottom) / 2) * scale])
    .clipExtent([
      [-2, -2],
      [MAP_WIDTH + 2, MAP_HEIGHT + 2],
    ]);
  const reach = Math.hypot(MAP_WIDTH, MAP_HEIGHT) / scale;
  return { projection, centre, radius: 2 * Math.asin(Math.min(1, reach / 2)) };
}

function extent(numbers: readonly number[]): [least: number, most: number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

export function project({ projection }: MapFrame, point: LonLat): Point {
  const [x, y] = projection(point) ?? [MAP_WIDTH / 2, MAP_HEIGHT / 2];
  return [round(x), round(y)];
}

/** One decimal: a tenth of a pixel. */
export function round(number: number): number {
  return Math.round(number * 10) / 10 || 0;
}
