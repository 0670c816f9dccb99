import type { ImageView } from "#lib/view/image-view.ts";
import type { ImageLook } from "./image-look.ts";
import { plateMeasures } from "./plate-measures.ts";
import { PLATE_SECTIONS } from "./plate-sections.ts";
import { mirror, moveDown, type Scene, type SetText } from "./scene.ts";

/** The image for a mail: a plate of its own, as high as what stands on it. Beyond its corners one sees the mail, whatever its colour. */
export async function layOutPlate(view: ImageView, look: ImageLook, width: number, set: SetText): Promise<Scene> {
  const size = plateMeasures(width);
  const plate = { view, look, width, room: width - 2 * size.padding, size, set };
  const { card, line } = look.palette;
  const scene: Scene = { width, height: 0, plate: { radius: look.radius, fill: card, edge: line }, shapes: [], texts: [], logo: null };
  // All at once: setting a text takes less than a busy server's next moment.
  const sections = await Promise.all(PLATE_SECTIONS.map((layOut) => layOut(plate)));
  let y = 0;
  for (const section of sections) {
    if (!section) continue;
    y += section.gap;
    scene.shapes.push(...section.shapes.map(moveDown(y)));
    scene.texts.push(...section.texts.map(moveDown(y)));
    if (section.logo) scene.logo = moveDown(y)(section.logo);
    y += section.height;
  }
  const whole = { ...scene, height: Math.ceil(y + size.padding) };
  return view.dir === "rtl" ? mirror(whole) : whole;
}
