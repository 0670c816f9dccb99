import type { Scene, Shape } from "./scene.ts";

/** The plate and the shapes of a scene as SVG: numbers and colours of our own making, and no text. */
export function drawShapes({ width, height, plate, shapes }: Pick<Scene, "width" | "height" | "plate" | "shapes">, scale: number): string {
  const sheet = { kind: "rect", x: 0, y: 0, width, height, radius: plate.radius } as const;
  const inside = shapes.map((shape) => DRAW[shape.kind](shape)).join("");
  const edge =
    plate.edge && rect({ ...sheet, x: 0.5, y: 0.5, width: width - 1, height: height - 1, stroke: { color: plate.edge, width: 1 } });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">`,
    `<clipPath id="plate">${rect(sheet)}</clipPath>`,
    `<g clip-path="url(#plate)">${rect({ ...sheet, fill: plate.fill })}${inside}</g>${edge ?? ""}</svg>`,
  ].join("");
}

const DRAW: Readonly<Record<Shape["kind"], (shape: Shape) => string>> = {
  rect: (shape) => rect(shape),
  dash: (shape) => rect(shape, ` stroke-dasharray="3 2"`),
  diamond: (shape) => {
    const { x, y } = middle(shape);
    return rect(shrink(shape), ` transform="rotate(45 ${n(x)} ${n(y)})"`);
  },
  check: (shape) => {
    const [a, b, c] = [at(shape, -0.21, 0.02), at(shape, -0.06, 0.17), at(shape, 0.22, -0.15)];
    return `<path d="M${a}L${b}L${c}" stroke-linecap="round" stroke-linejoin="round"${paint(shape)}/>`;
  },
  exclamation: (shape) =>
    `<path d="M${at(shape, 0, -0.22)}L${at(shape, 0, 0.05)}M${at(shape, 0, 0.22)}L${at(shape, 0, 0.221)}" stroke-linecap="round"${paint(shape)}/>`,
};

function rect(shape: Shape, more = ""): string {
  const { x, y, width, height, radius = 0 } = shape;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}"${paint(shape)}${more}/>`;
}

function paint({ fill = "none", stroke }: Shape): string {
  return ` fill="${fill}"${stroke ? ` stroke="${stroke.color}" stroke-width="${n(stroke.width)}"` : ""}`;
}

/** A square that stands on its corner within the box. */
function shrink(shape: Shape): Shape {
  const by = shape.width * 0.07;
  return { ...shape, x: shape.x + by, y: shape.y + by, width: shape.width - 2 * by, height: shape.height - 2 * by };
}

const middle = ({ x, y, width, height }: Shape) => ({ x: x + width / 2, y: y + height / 2 });

function at(shape: Shape, right: number, down: number): string {
  const { x, y } = middle(shape);
  return `${n(x + right * shape.width)} ${n(y + down * shape.height)}`;
}

const n = (value: number) => Math.round(value * 100) / 100;
