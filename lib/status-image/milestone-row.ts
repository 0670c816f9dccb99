import type { ImageView } from "#lib/view/image-view.ts";
import type { ImageLook } from "./image-look.ts";
import { drawMark, isPassed, labelStyles } from "./milestone-mark.ts";
import type { Box, PlacedText, SetText, Shape } from "./scene.ts";
import { setAlike } from "./set-narrow.ts";

export interface MilestonePlace extends Pick<Box, "x" | "y" | "width"> {
  /** The diameter of a mark. */
  mark: number;
  /** The size of a label. */
  label: number;
}

export interface Milestones {
  height: number;
  shapes: Shape[];
  texts: PlacedText[];
}

export type LayOutMilestones = (view: ImageView, look: ImageLook, place: MilestonePlace, set: SetText) => Promise<Milestones>;

/** The way in four or so steps, as the page draws it: a bar, and a mark where each step begins. */
export const milestoneRow: LayOutMilestones = async (view, look, { x, y, width, mark, label }, set) => {
  const { palette } = look;
  const steps = view.milestones;
  const step = width / steps.length;
  const styles = labelStyles(look, label);
  const box = { width: step - mark * 0.4, dir: view.dir };
  const [labels, times] = await Promise.all([
    setAlike(
      set,
      steps.map(({ label: text, state }) => ({ text, style: styles[state] })),
      box,
    ),
    setAlike(
      set,
      steps.map(({ time }) => ({ text: time ?? "", style: styles.time })),
      box,
    ),
  ]);

  const lines = steps.flatMap(({ state }, index): Shape[] => {
    const line = { kind: "rect", x: x + index * step, y: y + mark / 2 - mark / 11, height: mark / 5.5 } as const;
    const ahead: Shape = { ...line, width: step, fill: isPassed(steps, index) ? palette["brand-ui"] : palette.line };
    return state === "current" ? [ahead, { ...line, width: step / 2, fill: palette["brand-ui"] }] : [ahead];
  });
  const marks = steps.flatMap(({ state }, index) => drawMark[state]({ x: x + index * step, y, width: mark, height: mark }, palette));
  const top = y + mark * 1.42;
  const texts = labels.flatMap((block, index): PlacedText[] => {
    const left = x + index * step;
    const time = times[index];
    return [{ x: left, y: top, block }, ...(time ? [{ x: left, y: top + block.height, block: time }] : [])];
  });
  const bottom = Math.max(...texts.map((text) => text.y + text.block.height));
  return { height: bottom - y, shapes: [...lines, ...marks], texts };
};
