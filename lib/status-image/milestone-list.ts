import { drawMark, isPassed, labelStyles } from "./milestone-mark.ts";
import type { LayOutMilestones } from "./milestone-row.ts";
import type { PlacedText, Shape } from "./scene.ts";

const STEP = 1.75;

/** The same steps one below the other, where four labels side by side would be in splinters. */
export const milestoneList: LayOutMilestones = async (view, look, { x, y, width, mark, label }, set) => {
  const { palette } = look;
  const steps = view.milestones;
  const styles = labelStyles(look, label);
  const indent = mark * 1.55;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  const blocks = await Promise.all(
    steps.map(async ({ label: text, state, time: when }) => {
      const time = await set(when ?? "", styles.time, { width: width / 2, dir: view.dir });
      const room = width - indent - (time.lines === 0 ? 0 : time.width + label);
      return { time, block: await set(text, styles[state], { width: room, dir: view.dir }) };
    }),
  );
  let top = y;
  for (const [index, { time, block }] of blocks.entries()) {
    const textHeight = Math.max(block.height, time.height);
    const height = Math.max(mark * STEP, textHeight + mark * 0.5);
    if (index < steps.length - 1) {
      const line = { kind: "rect", x: x + mark / 2 - mark / 11, y: top + mark / 2, width: mark / 5.5, height } as const;
      shapes.push({ ...line, fill: isPassed(steps, index) ? palette["brand-ui"] : palette.line });
    }
    const middle = top + mark / 2 - styles.time.leading / 2;
    texts.push({ x: x + indent, y: middle, block }, { x: x + width - time.width, y: middle, block: time });
    top += index < steps.length - 1 ? height : Math.max(mark, textHeight);
  }
  // Above the lines, of which each begins under one mark and ends under the next.
  const marks = steps.flatMap(({ state }, index) => {
    const text = texts[index * 2];
    return text ? drawMark[state]({ x, y: text.y + styles.time.leading / 2 - mark / 2, width: mark, height: mark }, palette) : [];
  });
  return { height: top - y, shapes: [...shapes, ...marks], texts };
};
