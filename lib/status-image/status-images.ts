import { createHash } from "node:crypto";
import type { ImageSubject } from "./draw-status-image.ts";
import { plainImage } from "./plain-image.ts";
import { createPress, type Shelf } from "./press.ts";

/** Null where there is none; throws where that cannot be told just now. */
export type LoadLogo = (url: string) => Promise<Uint8Array | null>;

export interface StatusImagesContext {
  shelf: Shelf;
  loadLogo: LoadLogo;
  /** `drawStatusImage`, here or in a thread of its own. */
  draw: (subject: ImageSubject, logo: Uint8Array | null) => Promise<Uint8Array>;
  /** Told of what could not be drawn as it should. */
  report: (error: unknown) => void;
}

export interface PrintedImage {
  bytes: Uint8Array;
  /** Stands in for what could not be drawn just now: to be kept by nobody. */
  isStopgap: boolean;
}

/** The image of this subject, whatever happens: never throws, and never without an image. `client` is who asks: no one gets all the time. */
export type PrintStatusImage = (subject: ImageSubject, client: string) => Promise<PrintedImage>;

export function createStatusImages({ shelf, loadLogo, draw, report }: StatusImagesContext): PrintStatusImage {
  const press = createPress(shelf);
  const logoOf = async ({ look: { logo } }: ImageSubject) => (logo ? loadLogo(logo.url) : null);
  return async (subject, client) => {
    for (const tried of [subject, simplify(subject)]) {
      try {
        const bytes = await press({ key: keyOf(tried), client, draw: async () => draw(tried, await logoOf(tried)) });
        return bytes ? { bytes, isStopgap: tried !== subject } : stopgap(subject);
      } catch (error) {
        report(error);
      }
    }
    return stopgap(subject);
  };
}

const stopgap = (subject: ImageSubject): PrintedImage => ({ bytes: plainImage(subject), isStopgap: true });

/** Named by what is drawn: parcels of which the same is said share an image. */
function keyOf(subject: ImageSubject): string {
  return createHash("sha1").update(JSON.stringify(subject)).digest("base64url");
}

/** Without the parts that come from outside. */
function simplify({ view, look, size }: ImageSubject): ImageSubject {
  return { view, size, look: { ...look, logo: null, font: "system" } };
}
