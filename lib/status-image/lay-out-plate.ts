import { IMAGE_WIDTH } from "#lib/view/image-link.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { fitLogo } from "./fit-logo.ts";
import type { ImageLook } from "./image-look.ts";
import { milestoneList } from "./milestone-list.ts";
import { milestoneRow } from "./milestone-row.ts";
import { mirror, type Scene, type SetText, type TextStyle } from "./scene.ts";
import { setBalanced } from "./set-narrow.ts";

/** Less, and four labels do not stand side by side. */
const ROW_WIDTH = 440;

/** The image for a mail: a plate of its own, as high as what stands on it. Beyond its corners one sees the mail, whatever its colour. */
export async function layOutPlate(view: ImageView, look: ImageLook, width: number, set: SetText): Promise<Scene> {
  const { palette } = look;
  const size = measuresFor(width);
  const { padding } = size;
  const room = width - 2 * padding;
  const style = (face: TextStyle["face"], size: number, leading: number, color: string, surface = palette.card): TextStyle => ({
    face,
    size,
    leading: size * leading,
    color,
    surface,
  });
  const box = { width: room, dir: view.dir };
  const scene: Omit<Scene, "plate"> = { width, height: 0, shapes: [], texts: [], logo: null };
  let y = padding;

  const test = view.testLabel === null ? null : await set(view.testLabel, style("regular", size.note, 1.35, palette.muted), box);
  const nameRoom = test === null ? room : room - test.width - 3 * size.note;
  if (look.logo) {
    const logo = fitLogo(look.logo, { width: Math.min(nameRoom, size.logo * 6.5), height: size.logo });
    scene.logo = { x: padding, y, ...logo };
    y += logo.height;
  } else {
    const name = await set(look.name, style("heading", size.name, 1.25, palette.ink), { width: nameRoom, dir: view.dir, isName: true });
    scene.texts.push({ x: padding, y, block: name });
    y += name.height;
  }
  if (test) {
    const middle = (padding + y) / 2;
    const pill = { width: test.width + 1.4 * size.note, height: test.height + size.note * 0.45 };
    const x = width - padding - pill.width;
    scene.shapes.push({
      kind: "dash",
      x,
      y: middle - pill.height / 2,
      ...pill,
      radius: pill.height / 2,
      stroke: { color: palette.muted, width: 1 },
    });
    scene.texts.push({ x: x + 0.7 * size.note, y: middle - test.height / 2, block: test });
  }

  const [ink, muted, surface] = look.hasBand
    ? [palette["on-brand"], palette["on-brand"], palette.brand]
    : [palette.ink, palette.muted, palette.card];
  y += look.hasBand ? padding * 0.8 : padding * 0.75;
  const bandTop = y;
  if (look.hasBand) y += padding * 0.9;
  const headline = await setBalanced(set, view.headline, style("heading", size.headline, 1.18, ink, surface), box);
  scene.texts.push({ x: padding, y, block: headline });
  y += headline.height;
  if (view.text !== "") {
    const block = await set(view.text, style("regular", size.text, 1.42, muted, surface), box);
    y += size.text * 0.4;
    scene.texts.push({ x: padding, y, block });
    y += block.height;
  }
  if (look.hasBand) {
    const isLast = view.action === null && view.milestones.length === 0 && view.asOf === null;
    // The last thing on a plate reaches down to its edge.
    scene.shapes.push({ kind: "rect", x: 0, y: bandTop, width, height: y + padding * (isLast ? 2 : 1) - bandTop, fill: palette.brand });
    y += isLast ? 0 : padding;
  }

  if (view.action !== null) {
    const inset = size.text * 0.9;
    const text = await set(view.action, style("regular", size.text * 0.92, 1.42, palette.warn, palette["warn-soft"]), {
      ...box,
      width: room - 2 * inset,
    });
    y += padding * 0.75;
    const height = text.height + 1.5 * inset;
    scene.shapes.push({ kind: "rect", x: padding, y, width: room, height, radius: smallRadius(look), fill: palette["warn-soft"] });
    scene.texts.push({ x: padding + inset, y: y + inset * 0.75, block: text });
    y += height;
  }

  if (view.milestones.length > 0) {
    y += padding * 0.95;
    const layOut = width < ROW_WIDTH ? milestoneList : milestoneRow;
    const steps = await layOut(view, look, { x: padding, y, width: room, mark: size.mark, label: size.label }, set);
    scene.shapes.push(...steps.shapes);
    scene.texts.push(...steps.texts);
    y += steps.height;
  }

  if (view.asOf !== null) {
    const note = await set(view.asOf, style("regular", size.note, 1.35, palette.muted), box);
    y += padding * 0.7;
    scene.shapes.push({ kind: "rect", x: padding, y, width: room, height: 1, fill: palette.line });
    y += padding * 0.45;
    scene.texts.push({ x: padding, y, block: note });
    y += note.height - padding * 0.3;
  }

  const height = Math.ceil(y + padding);
  const whole: Scene = { ...scene, height, plate: { radius: look.radius, fill: palette.card, edge: palette.line } };
  return view.dir === "rtl" ? mirror(whole) : whole;
}

function smallRadius({ radius }: ImageLook): number {
  return Math.round(Math.max(radius - 4, radius / 2));
}

/** Between the narrowest image and the widest, everything grows alike. Large, since a phone shows a wide image at half its size. */
function measuresFor(width: number) {
  const share = (width - IMAGE_WIDTH.least) / (IMAGE_WIDTH.most - IMAGE_WIDTH.least);
  const between = (least: number, most: number) => least + (most - least) * share;
  return {
    padding: between(20, 34),
    logo: between(28, 38),
    name: between(17, 21),
    headline: between(25, 37),
    text: between(15.5, 19.5),
    mark: between(19, 25),
    label: between(14, 16),
    note: between(12.5, 15),
  };
}
