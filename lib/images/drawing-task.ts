import { z } from "zod";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import { IMAGE_FORMATS } from "#lib/db/schema.ts";
import type { Picture } from "./read-bitmap.ts";

/** What the drawing process is asked for: a picture for a page, or the pixels of one, in a square of `side` at most. */
export type DrawingTask = ({ kind: "draw"; purpose: ImagePurpose } | { kind: "pixels"; side: number }) & { picture: Picture };

const size = { width: z.int().min(1), height: z.int().min(1) };
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What it answers; read like anything from outside, since it has handled a stranger's file. */
export const drawingAnswerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drawn"), bytes, format: z.enum(IMAGE_FORMATS), ...size }),
  z.object({ kind: z.literal("pixels"), data: bytes, ...size }),
  z.object({ kind: z.literal("too_many_pixels"), ...size }),
  z.object({ kind: z.enum(["crop_outside", "empty", "unreadable"]) }),
  /** It could not even begin, which is no fault of the picture. */
  z.object({ kind: z.literal("broken"), problem: z.string() }),
]);

export type DrawingAnswer = z.infer<typeof drawingAnswerSchema>;
