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

export interface PrintedImage {
  bytes: Uint8Array;
  /** Says nothing, and stands in for what could not be drawn just now: to be kept by nobody. */
  isStopgap: boolean;
}

/** The image of this subject, whatever happens: never throws, and never without an image. */
export type PrintStatusImage = (subject: ImageSubject) => Promise<PrintedImage>;

export function createStatusImages({ shelf, loadLogo, report }: StatusImagesContext): PrintStatusImage {
  const press = createPress(shelf);
  return async (subject) => {
    for (const tried of [subject, simplify(subject)]) {
      try {
        const bytes = await press(keyOf(tried), () => drawStatusImage(tried, loadLogo));
        return bytes ? { bytes, isStopgap: false } : stopgap(subject);
      } catch (error) {
        report(error);
      }
    }
    return stopgap(subject);
  };
}

const stopgap = async (subject: ImageSubject): Promise<PrintedImage> => ({ bytes: await plainImage(subject), isStopgap: true });

/** Named by what is drawn: parcels of which the same is said share an image. */
function keyOf(subject: ImageSubject): string {
  return createHash("sha1").update(JSON.stringify(subject)).digest("base64url");
}

/** Without the parts that come from outside. */
function simplify({ view, look, size }: ImageSubject): ImageSubject {
  return { view, size, look: { ...look, logo: null, font: "system" } };
}
