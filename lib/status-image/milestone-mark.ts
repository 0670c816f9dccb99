import type { ImageView } from "#lib/view/image-view.ts";
import type { ImageLook } from "./image-look.ts";
import type { Box, Shape, TextStyle } from "./scene.ts";

type State = ImageView["milestones"][number]["state"];

type DrawMark = (box: Box, palette: ImageLook["palette"]) => Shape[];

/** A state shows in shape and fill as well as in colour. */
export const drawMark: Readonly<Record<State, DrawMark>> = {
  done: (box, palette) => [
    { kind: "rect", ...box, radius: box.width / 2, fill: palette["brand-ui"] },
    { kind: "check", ...box, stroke: { color: palette.card, width: box.width * 0.12 } },
  ],
  current: (box, palette) => [
    { kind: "rect", ...grow(box, box.width * 0.24), radius: box.width * 0.74, fill: palette["brand-soft"] },
    {
      kind: "rect",
      ...grow(box, -box.width * 0.09),
      radius: box.width * 0.41,
      fill: palette.card,
      stroke: { color: palette["brand-ui"], width: box.width * 0.18 },
    },
  ],
  upcoming: (box, palette) => [
    {
      kind: "rect",
      ...grow(box, -box.width * 0.045),
      radius: box.width * 0.455,
      fill: palette.card,
      stroke: { color: palette["control-line"], width: box.width * 0.09 },
    },
  ],
  problem: (box, palette) => [
    { kind: "diamond", ...box, radius: box.width * 0.18, fill: palette.bad },
    { kind: "exclamation", ...box, stroke: { color: palette.card, width: box.width * 0.12 } },
  ],
};

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function labelStyles({ palette }: ImageLook, size: number): Readonly<Record<State | "time", TextStyle>> {
  const style = (face: TextStyle["face"], color: string): TextStyle => ({ face, size, leading: size * 1.32, color, surface: palette.card });
  return {
    done: style("regular", palette.ink),
    current: style("bold", palette.ink),
    upcoming: style("regular", palette.muted),
    problem: style("bold", palette.bad),
    time: style("regular", palette.muted),
  };
}

/** Whether the way from this step to the next lies behind the parcel: a problem that it has come past is part of the way. */
export function isPassed(steps: ImageView["milestones"], index: number): boolean {
  const state = steps[index]?.state;
  return state === "done" || (state === "problem" && steps[index + 1]?.state === "done");
}
