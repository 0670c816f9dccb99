import { createHash } from "node:crypto";
import { drawStatusImage, type ImageSubject, type LoadLogo } from "./draw-status-image.ts";
import { plainImage } from "./plain-image.ts";
import { createPress, type Shelf } from "./press.ts";

export interface StatusImagesContext {
  shelf: Shelf;
  loadLogo: LoadLogo;
  /** Told of what could not be drawn as it should. */
  report: (error: unknown) => void;
}

/** The image of this subject, whatever happens: never throws, and never without an image. */
export type PrintStatusImage = (subject: ImageSubject) => Promise<Uint8Array>;

export function createStatusImages({ shelf, loadLogo, report }: StatusImagesContext): PrintStatusImage {
  const press = createPress(shelf);
  return async (subject) => {
    for (const tried of [subject, simplify(subject)]) {
      try {
        const image = await press(keyOf(tried), () => drawStatusImage(tried, loadLogo));
        return image ?? (await plainImage(subject));
      } catch (error) {
        report(error);
      }
    }
    return plainImage(subject);
  };
}

/** Named by what is drawn: parcels of which the same is said share an image. */
function keyOf(subject: ImageSubject): string {
  return createHash("sha1").update(JSON.stringify(subject)).digest("base64url");
}

/** Without the parts that come from outside. */
function simplify({ view, look, size }: ImageSubject): ImageSubject {
  return { view, size, look: { ...look, logo: null, font: "system" } };
}
