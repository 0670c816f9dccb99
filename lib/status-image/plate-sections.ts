import type { ImageView } from "#lib/view/image-view.ts";
import { answerColors } from "./answer-colors.ts";
import { fitLogo } from "./fit-logo.ts";
import type { ImageLook } from "./image-look.ts";
import { milestoneList } from "./milestone-list.ts";
import { milestoneRow } from "./milestone-row.ts";
import type { PlateMeasures } from "./plate-measures.ts";
import type { Box, PlacedText, SetText, Shape } from "./scene.ts";
import { setBalanced } from "./set-narrow.ts";

/** What every part of a plate is laid out with. */
export interface Plate {
  view: ImageView;
  look: ImageLook;
  width: number;
  /** Between the paddings. */
  room: number;
  size: PlateMeasures;
  set: SetText;
}

/** A part of a plate, from its own upper edge. */
export interface Section {
  /** What stands free above it. */
  gap: number;
  height: number;
  shapes: Shape[];
  texts: PlacedText[];
  logo?: Box;
}

type LayOutSection = (plate: Plate) => Promise<Section | null>;

/** Whose parcel it is. */
const header: LayOutSection = async (plate) => {
  const { view, look, room, size, set } = plate;
  const { padding } = size;
  const pill = await testPill(plate);
  const nameRoom = pill ? room - pill.width - size.note : room;
  const logo = look.logo && fitLogo(look.logo, { width: Math.min(nameRoom, size.logo * 6.5), height: size.logo });
  const style = {
    face: "heading",
    size: size.name,
    leading: size.name * 1.25,
    color: look.palette.ink,
    surface: look.palette.card,
  } as const;
  const name = logo ? null : await set(look.name, style, { width: nameRoom, dir: view.dir, isName: true });
  const height = logo?.height ?? name?.height ?? 0;
  const { shapes = [], texts = [] } = pill?.at({ x: padding + room - pill.width, middle: height / 2 }) ?? {};
  return {
    gap: padding,
    height,
    shapes,
    texts: [...(name ? [{ x: padding, y: 0, block: name }] : []), ...texts],
    ...(logo && { logo: { x: padding, y: 0, ...logo } }),
  };
};

async function testPill({ view, look: { palette }, room, size, set }: Plate) {
  if (view.testLabel === null) return null;
  const style = { face: "regular", size: size.note, leading: size.note * 1.35, color: palette.muted, surface: palette.card } as const;
  const block = await set(view.testLabel, style, { width: room / 2, dir: view.dir });
  const inset = size.note * 0.7;
  const [width, height] = [block.width + 2 * inset, block.height + size.note * 0.45];
  return {
    width,
    at: ({ x, middle }: { x: number; middle: number }): Pick<Section, "shapes" | "texts"> => ({
      shapes: [{ kind: "dash", x, y: middle - height / 2, width, height, radius: height / 2, stroke: { color: palette.muted, width: 1 } }],
      texts: [{ x: x + inset, y: middle - block.height / 2, block }],
    }),
  };
}

/** The sentence all the rest is proof of. */
const answer: LayOutSection = async ({ view, look, width, room, size, set }) => {
  const { padding } = size;
  const { ink, muted, surface } = answerColors(look);
  const box = { width: room, dir: view.dir };
  const headlineStyle = { face: "heading", size: size.headline, leading: size.headline * 1.18, color: ink, surface } as const;
  const textStyle = { face: "regular", size: size.text, leading: size.text * 1.42, color: muted, surface } as const;
  const [headline, text] = await Promise.all([setBalanced(set, view.headline, headlineStyle, box), set(view.text, textStyle, box)]);
  const top = look.hasBand ? padding * 0.9 : 0;
  const textTop = top + headline.height + (text.lines > 0 ? size.text * 0.4 : 0);
  const texts = [
    { x: padding, y: top, block: headline },
    { x: padding, y: textTop, block: text },
  ];
  const bottom = textTop + text.height;
  if (!look.hasBand) return { gap: padding * 0.75, height: bottom, shapes: [], texts };
  const isLast = view.action === null && view.milestones.length === 0 && view.asOf === null;
  // The last thing on a plate reaches down to its edge.
  const band = { kind: "rect", x: 0, y: 0, width, height: bottom + padding * (isLast ? 2 : 1), fill: surface } as const;
  return { gap: padding * 0.8, height: bottom + (isLast ? 0 : padding), shapes: [band], texts };
};

/** What somebody must do. */
const action: LayOutSection = async ({ view, look, room, size, set }) => {
  if (view.action === null) return null;
  const { warn: color, "warn-soft": surface } = look.palette;
  const inset = size.text * 0.9;
  const style = { face: "regular", size: size.text * 0.92, leading: size.text * 1.3, color, surface } as const;
  const block = await set(view.action, style, { width: room - 2 * inset, dir: view.dir });
  const height = block.height + 1.5 * inset;
  const radius = Math.round(Math.max(look.radius - 4, look.radius / 2));
  return {
    gap: size.padding * 0.75,
    height,
    shapes: [{ kind: "rect", x: size.padding, y: 0, width: room, height, radius, fill: surface }],
    texts: [{ x: size.padding + inset, y: inset * 0.75, block }],
  };
};

/** Less, and four labels do not stand side by side. */
const ROW_WIDTH = 440;

const steps: LayOutSection = async ({ view, look, width, room, size, set }) => {
  if (view.milestones.length === 0) return null;
  const layOut = width < ROW_WIDTH ? milestoneList : milestoneRow;
  const laidOut = await layOut(view, look, { x: size.padding, y: 0, width: room, mark: size.mark, label: size.label }, set);
  return { gap: size.padding * 0.95, ...laidOut };
};

/** How old all this is. */
const footnote: LayOutSection = async ({ view, look: { palette }, room, size, set }) => {
  if (view.asOf === null) return null;
  const { padding, note } = size;
  const style = { face: "regular", size: note, leading: note * 1.35, surface: palette.card } as const;
  const box = { width: room, dir: view.dir };
  const [asOf, doubt] = await Promise.all([
    set(view.asOf, { ...style, color: palette.muted }, box),
    set(view.doubt ?? "", { ...style, color: palette.warn }, box),
  ]);
  const top = padding * 0.45;
  const doubtTop = top + asOf.height + (doubt.lines > 0 ? note * 0.3 : 0);
  return {
    gap: padding * 0.7,
    height: doubtTop + doubt.height - padding * 0.3,
    shapes: [{ kind: "rect", x: padding, y: 0, width: room, height: 1, fill: palette.line }],
    texts: [
      { x: padding, y: top, block: asOf },
      { x: padding, y: doubtTop, block: doubt },
    ],
  };
};

/** From top to bottom. */
export const PLATE_SECTIONS: readonly LayOutSection[] = [header, answer, action, steps, footnote];
