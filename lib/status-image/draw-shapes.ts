import { type Area, cutCorners, type Distance, paintArea, wordOf, wordsOf } from "./paint.ts";
import type { Raster } from "./raster.ts";
import type { Box, Scene, Shape } from "./scene.ts";
import { createScratch } from "./scratch.ts";

const scratch = createScratch();

/** The plate and the shapes of a scene, without its text: pixels by their distance from an edge. Good until the next picture. */
export function drawShapes({ width, height, plate, shapes }: Pick<Scene, "width" | "height" | "plate" | "shapes">, scale: number): Raster {
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  const sheet: Raster = { data: Buffer.from(scratch(columns * rows * 4), 0, columns * rows * 4), width: columns, height: rows };
  wordsOf(sheet).fill(wordOf(plate.fill));
  for (const area of shapes.flatMap((shape) => AREAS[shape.kind](shape))) paintArea(sheet, area, scale);
  const { radius, edge } = plate;
  if (edge) {
    const inner: Shape = { kind: "rect", x: 0.5, y: 0.5, width: width - 1, height: height - 1, radius: Math.max(0, radius - 0.5) };
    for (const area of box({ ...inner, stroke: { color: edge, width: 1 } })) paintArea(sheet, area, scale);
  }
  cutCorners(sheet, { distance: boxDistance({ x: 0, y: 0, width, height }, radius), corner: radius }, scale);
  return sheet;
}

const AREAS: Readonly<Record<Shape["kind"], (shape: Shape) => Area[]>> = {
  rect: (shape) => box(shape),
  dash: (shape) => dashes(shape),
  diamond: ({ fill, radius = 0, ...shape }) => {
    const straight = boxDistance(grow(shape, -shape.width * 0.07), radius);
    const { x: middleX, y: middleY } = at(shape, 0, 0);
    const turned: Distance = (x, y) => {
      const [right, down] = [(x - middleX) * Math.SQRT1_2, (y - middleY) * Math.SQRT1_2];
      return straight(middleX + right + down, middleY + down - right);
    };
    return fill ? [{ bounds: grow(shape, shape.width * 0.2), distance: turned, even: null, color: fill }] : [];
  },
  check: (shape) => lines(shape, [at(shape, -0.21, 0.02), at(shape, -0.06, 0.17), at(shape, 0.22, -0.15)]),
  exclamation: (shape) => [
    ...lines(shape, [at(shape, 0, -0.22), at(shape, 0, 0.05)]),
    ...lines(shape, [at(shape, 0, 0.22), at(shape, 0, 0.221)]),
  ],
};

function box({ fill, stroke, radius = 0, ...shape }: Shape): Area[] {
  const distance = boxDistance(shape, radius);
  const area = (beyond: number, color: string, outline: Distance): Area => {
    const bounds = grow(shape, beyond);
    const sides = radius + 1 + 2 * beyond;
    return { bounds, distance: outline, even: { from: bounds.x + sides, to: bounds.x + bounds.width - sides }, color };
  };
  return [
    ...(fill ? [area(0.5, fill, distance)] : []),
    ...(stroke ? [area(stroke.width / 2 + 0.5, stroke.color, (x, y) => Math.abs(distance(x, y)) - stroke.width / 2)] : []),
  ];
}

/** From one point to the next, with round ends. */
function lines({ stroke }: Pick<Shape, "stroke">, points: readonly Point[]): Area[] {
  if (!stroke) return [];
  const parts = points.slice(1).map((to, index) => lineDistance(points[index] ?? to, to));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const bounds = grow({ x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }, stroke.width / 2 + 0.5);
  const distance: Distance = (x, y) =>
    parts.reduce((least, part) => Math.min(least, part(x, y)), Number.POSITIVE_INFINITY) - stroke.width / 2;
  return [{ bounds, distance, even: null, color: stroke.color }];
}

/** In CSS pixels, of a pill's outline. */
const DASH = { length: 3, step: 5 };

/** A pill's outline in dashes, each so short that it is straight. */
function dashes({ x, y, width, height, stroke }: Shape): Area[] {
  if (!stroke) return [];
  const radius = height / 2;
  const straight = width - height;
  const half = straight + Math.PI * radius;
  const pointAt = (along: number): Point => {
    const [isBack, way] = [along % (2 * half) >= half, along % half];
    const angle = Math.max(0, way - straight) / radius;
    const point = { x: Math.min(way, straight) - straight / 2 + Math.sin(angle) * radius, y: -Math.cos(angle) * radius };
    const turn = isBack ? -1 : 1;
    return { x: x + width / 2 + point.x * turn, y: y + radius + point.y * turn };
  };
  const count = Math.round((2 * half) / DASH.step);
  const step = (2 * half) / count;
  // Round ends reach beyond where a line ends.
  const length = DASH.length - stroke.width * 0.8;
  return Array.from({ length: count }, (_, index) => lines({ stroke }, [pointAt(index * step), pointAt(index * step + length)])).flat();
}

interface Point {
  x: number;
  y: number;
}

function boxDistance({ x, y, width, height }: Box, radius: number): Distance {
  const [right, down] = [width / 2, height / 2];
  const round = Math.min(radius, right, down);
  return (pointX, pointY) => {
    const across = Math.abs(pointX - x - right) - right + round;
    const along = Math.abs(pointY - y - down) - down + round;
    const beyond = across > 0 && along > 0 ? Math.sqrt(across * across + along * along) : Math.max(across, along);
    return beyond - round;
  };
}

function lineDistance(from: Point, to: Point): Distance {
  const [right, down] = [to.x - from.x, to.y - from.y];
  const square = right * right + down * down;
  return (x, y) => {
    const share = Math.min(1, Math.max(0, ((x - from.x) * right + (y - from.y) * down) / square));
    const [acrossX, acrossY] = [x - from.x - share * right, y - from.y - share * down];
    return Math.sqrt(acrossX * acrossX + acrossY * acrossY);
  };
}

/** A point of a box, from its middle, in shares of its width and height. */
function at({ x, y, width, height }: Box, right: number, down: number): Point {
  return { x: x + width * (0.5 + right), y: y + height * (0.5 + down) };
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
