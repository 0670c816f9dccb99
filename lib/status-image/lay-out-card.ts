import { CARD_SIZE } from "#lib/view/image-link.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { answerColors } from "./answer-colors.ts";
import { fitLogo } from "./fit-logo.ts";
import type { ImageLook } from "./image-look.ts";
import { milestoneRow } from "./milestone-row.ts";
import { type Box, mirror, moveDown, type PlacedText, type Scene, type SetText, type TextBlock } from "./scene.ts";
import { setBalanced } from "./set-narrow.ts";

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const PADDING = 76;
const ROOM = WIDTH - 2 * PADDING;
const GAP = 34;
const LOGO = { width: 520, height: 76 };
const NAMES = [44, 36, 29];
const NOTE = 24;
const MARK = 46;
const LABEL = 28;
/** From a headline of a few words to one of many. */
const HEADLINES = [88, 76, 64, 54, 46, 38, 32];
/** Of the brand's colour along the lower edge. */
const STRIPE = 18;

/** The picture for a shared link: of one size, seen small, so that the answer is as large as there is room for. */
export async function layOutCard(view: ImageView, look: ImageLook, set: SetText): Promise<Scene> {
  const { palette } = look;
  const header = await layOutHeader(view, look, set);
  const row =
    view.milestones.length > 0 ? await milestoneRow(view, look, { x: PADDING, y: 0, width: ROOM, mark: MARK, label: LABEL }, set) : null;
  const bottom = HEIGHT - STRIPE - PADDING * 0.8;
  const rowTop = bottom - (row?.height ?? 0);
  const top = PADDING + header.height + GAP;
  const between = { top, height: rowTop - (row ? MARK * 0.24 : 0) - GAP - top };
  const band = { kind: "rect", x: 0, y: between.top, width: WIDTH, height: between.height, fill: palette.brand } as const;
  const scene: Scene = {
    width: WIDTH,
    height: HEIGHT,
    plate: { radius: 0, fill: palette.card, edge: null },
    shapes: [
      ...(look.hasBand ? [band] : []),
      ...(row?.shapes.map(moveDown(rowTop)) ?? []),
      { kind: "rect", x: 0, y: HEIGHT - STRIPE, width: WIDTH, height: STRIPE, fill: palette.brand },
    ],
    texts: [...header.texts, ...(await layOutAnswer(view, look, between, set)), ...(row?.texts.map(moveDown(rowTop)) ?? [])],
    logo: header.logo,
  };
  return view.dir === "rtl" ? mirror(scene) : scene;
}

/** Whose parcel it is, and how old this picture is: whoever previews a link keeps it for days. */
async function layOutHeader(
  { asOf, dir }: ImageView,
  look: ImageLook,
  set: SetText,
): Promise<{ height: number; texts: PlacedText[]; logo: Box | null }> {
  const { muted: color, card: surface } = look.palette;
  const note = await set(asOf ?? "", { face: "regular", size: NOTE, leading: NOTE * 1.3, color, surface }, { width: ROOM / 2, dir });
  const room = ROOM - (note.lines === 0 ? 0 : note.width + GAP);
  const logo = look.logo && fitLogo(look.logo, { ...LOGO, width: Math.min(LOGO.width, room) });
  const name = logo ? null : await setName(look, { width: room, dir }, set);
  const height = logo?.height ?? name?.height ?? 0;
  const noteText = { x: WIDTH - PADDING - note.width, y: PADDING + (height - note.height) / 2, block: note };
  return {
    height,
    texts: name ? [{ x: PADDING, y: PADDING, block: name }, noteText] : [noteText],
    logo: logo && { x: PADDING, y: PADDING, ...logo },
  };
}

/** Of two lines at most where it can be: the answer needs the room. */
async function setName({ name, palette }: ImageLook, box: { width: number; dir: "ltr" | "rtl" }, set: SetText): Promise<TextBlock | null> {
  let block: TextBlock | null = null;
  for (const size of NAMES) {
    const style = { face: "heading", size, leading: size * 1.2, color: palette.ink, surface: palette.card } as const;
    block = await set(name, style, { ...box, isName: true });
    if (block.lines <= 2) break;
  }
  return block;
}

async function layOutAnswer(
  view: ImageView,
  look: ImageLook,
  between: { top: number; height: number },
  set: SetText,
): Promise<PlacedText[]> {
  const { ink, muted, surface } = answerColors(look);
  const box = { width: ROOM, dir: view.dir };
  const room = between.height - (look.hasBand ? GAP * 1.6 : 0);
  let headlineOnly: PlacedText[] = [];
  for (const size of HEADLINES) {
    const small = Math.max(28, size * 0.44);
    const [headline, text] = await Promise.all([
      setBalanced(set, view.headline, { face: "heading", size, leading: size * 1.14, color: ink, surface }, box),
      set(view.text, { face: "regular", size: small, leading: small * 1.38, color: muted, surface }, box),
    ]);
    const gap = text.lines === 0 ? 0 : size * 0.22;
    const height = headline.height + gap + text.height;
    const centred = (needed: number) => between.top + Math.max(0, (between.height - needed) / 2);
    if (height <= room) {
      const y = centred(height);
      return [
        { x: PADDING, y, block: headline },
        { x: PADDING, y: y + headline.height + gap, block: text },
      ];
    }
    headlineOnly = [{ x: PADDING, y: centred(headline.height), block: headline }];
  }
  // What does not fit even in small letters is left to the page.
  return headlineOnly;
}
