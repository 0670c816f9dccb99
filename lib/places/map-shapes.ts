import { geoDistance } from "d3-geo";
import shapes from "./data/map-shapes.json" with { type: "json" };

export type LonLat = [longitude: number, latitude: number];

/** A shape with the smallest circle known to hold it, so that what lies far from the view is not even projected. */
interface Bounded<Coordinates> {
  coordinates: Coordinates;
  centre: LonLat;
  /** In radians. */
  radius: number;
}

interface MapShapes {
  land: readonly Bounded<LonLat[][]>[];
  borders: readonly Bounded<LonLat[]>[];
}

let decoded: MapShapes | null = null;

/** Land polygons and border lines within `radius` radians of `centre`, but for those smaller than `smallest`. */
export function shapesAround(
  centre: LonLat,
  { radius, smallest }: { radius: number; smallest: number },
): { land: LonLat[][][]; borders: LonLat[][] } {
  decoded ??= decodeShapes();
  const isNear = (shape: Bounded<unknown>) => shape.radius > smallest && geoDistance(shape.centre, centre) <= shape.radius + radius;
  return {
    land: decoded.land.filter(isNear).map(({ coordinates }) => coordinates),
    borders: decoded.borders.filter(isNear).map(({ coordinates }) => coordinates),
  };
}

function decodeShapes(): MapShapes {
  return {
    land: shapes.land.split("|").map((polygon) => {
      const rings = polygon.split("/").map(decodeLine);
      return { coordinates: rings, ...boundsOf(rings[0] ?? []) };
    }),
    borders: shapes.borders.split("|").map((text) => {
      const line = decodeLine(text);
      return { coordinates: line, ...boundsOf(line) };
    }),
  };
}

/** Hundredths of a degree: the first point, then steps. */
function decodeLine(text: string): LonLat[] {
  const steps = text.split(",").map(Number);
  const line: LonLat[] = [];
  let longitude = 0;
  let latitude = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    longitude += steps[i] ?? 0;
    latitude += steps[i + 1] ?? 0;
    line.push([longitude / 100, latitude / 100]);
  }
  return line;
}

function boundsOf(line: readonly LonLat[]): { centre: LonLat; radius: number } {
  const centre = middleOf(line);
  return { centre, radius: line.reduce((widest, point) => Math.max(widest, geoDistance(centre, point)), 0) };
}

/** The direction of the mean of all points, which works across the antimeridian and near the poles. */
export function middleOf(points: readonly LonLat[]): LonLat {
  const radians = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points) {
    x += Math.cos(latitude * radians) * Math.cos(longitude * radians);
    y += Math.cos(latitude * radians) * Math.sin(longitude * radians);
    z += Math.sin(latitude * radians);
  }
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
}
