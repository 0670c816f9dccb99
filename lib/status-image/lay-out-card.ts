import { CARD_SIZE } from "#lib/view/image-link.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { fitLogo } from "./fit-logo.ts";
import type { ImageLook } from "./image-look.ts";
import { milestoneRow } from "./milestone-row.ts";
import { mirror, type Scene, type SetText, type TextBlock, type TextBox, type TextStyle } from "./scene.ts";
import { setBalanced } from "./set-narrow.ts";

const PADDING = 76;
const LOGO = { width: 520, height: 76 };
const NAMES = [44, 36, 29] as const;
const NOTE = 24;
const ROOM = CARD_SIZE.width - 2 * PADDING;
/** Of the brand's colour along the lower edge. */
const STRIPE = 18;
const MARK = 46;
const LABEL = 28;
/** From a headline of a few words to one of many. */
const HEADLINES = [88, 76, 64, 54, 46, 38, 32];
const GAP = 34;

/** Of two lines at most, however long: the answer needs the room. */
async function setName(name: string, style: TextStyle, box: Pick<TextBox, "width" | "dir">, set: SetText): Promise<TextBlock> {
  const sizes = NAMES.map((size) => ({ ...style, size, leading: (style.leading / style.size) * size }));
  const blocks = await Promise.all(sizes.map((smaller) => set(name, smaller, { ...box, isName: true })));
  return blocks.find(({ lines }) => lines <= 2) ?? (blocks.at(-1) as TextBlock);
}

/** The picture for a shared link: of one size, seen small, so that the answer is as large as there is room for. */
export async function layOutCard(view: ImageView, look: ImageLook, set: SetText): Promise<Scene> {
  const { palette } = look;
  const { width, height } = CARD_SIZE;
  const box = { width: ROOM, dir: view.dir };
  const style = (face: TextStyle["face"], size: number, leading: number, color: string, surface = palette.card): TextStyle => ({
    face,
    size,
    leading: size * leading,
    color,
    surface,
  });
  const scene: Scene = { width, height, plate: { radius: 0, fill: palette.card, edge: null }, shapes: [], texts: [], logo: null };

  // Whoever previews a link keeps its picture for days.
  const note = await set(view.asOf ?? "", style("regular", NOTE, 1.3, palette.muted), { ...box, width: ROOM / 2 });
  const headerRoom = ROOM - (note.lines === 0 ? 0 : note.width + GAP);
  const name = look.logo
    ? null
    : await setName(look.name, style("heading", NAMES[0], 1.2, palette.ink), { width: headerRoom, dir: view.dir }, set);
  const logo = look.logo && fitLogo(look.logo, { ...LOGO, width: Math.min(LOGO.width, headerRoom) });
  if (logo) scene.logo = { x: PADDING, y: PADDING, ...logo };
  if (name) scene.texts.push({ x: PADDING, y: PADDING, block: name });
  const headerHeight = name?.height ?? logo?.height ?? 0;
  scene.texts.push({ x: width - PADDING - note.width, y: PADDING + (headerHeight - note.height) / 2, block: note });
  const headerBottom = PADDING + headerHeight;

  let bottom = height - STRIPE - PADDING * 0.8;
  if (view.milestones.length > 0) {
    const row = await milestoneRow(view, look, { x: PADDING, y: 0, width: ROOM, mark: MARK, label: LABEL }, set);
    const y = bottom - row.height;
    scene.shapes.push(...row.shapes.map((shape) => ({ ...shape, y: shape.y + y })));
    scene.texts.push(...row.texts.map((text) => ({ ...text, y: text.y + y })));
    bottom = y - MARK * 0.24;
  }

  const [ink, muted, surface] = look.hasBand
    ? [palette["on-brand"], palette["on-brand"], palette.brand]
    : [palette.ink, palette.muted, palette.card];
  const top = headerBottom + GAP;
  const room = bottom - GAP - top;
  if (look.hasBand) scene.shapes.unshift({ kind: "rect", x: 0, y: top, width, height: room, fill: palette.brand });
  const inset = look.hasBand ? GAP * 0.8 : 0;
  for (const size of HEADLINES) {
    const headline = await setBalanced(set, view.headline, style("heading", size, 1.14, ink, surface), box);
    const text = await set(view.text, style("regular", Math.max(28, size * 0.44), 1.38, muted, surface), box);
    const gap = text.lines === 0 ? 0 : size * 0.22;
    const needed = headline.height + gap + text.height;
    const isLast = size === HEADLINES.at(-1);
    if (needed > room - 2 * inset && !isLast) continue;
    const y = top + Math.max(0, (room - needed) / 2);
    scene.texts.push({ x: PADDING, y, block: headline });
    // What does not fit even in small letters is left to the page.
    if (needed <= room - 2 * inset) scene.texts.push({ x: PADDING, y: y + headline.height + gap, block: text });
    break;
  }
  scene.shapes.push({ kind: "rect", x: 0, y: height - STRIPE, width, height: STRIPE, fill: palette.brand });
  return view.dir === "rtl" ? mirror(scene) : scene;
}
