import { type Crop, type ImagePurpose, MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";
import { checkSvg } from "./check-svg.ts";
import type { DrawnImage } from "./draw-bitmap.ts";
import { MOST_PIXELS, MOST_SIDE } from "./read-bitmap.ts";
import { runDrawing } from "./run-drawing.ts";
import { type ImageType, sniffImage } from "./sniff-image.ts";

export type { Crop } from "#lib/branding/image-purpose.ts";

export type DrawImageOutcome = ({ kind: "drawn" } & DrawnImage) | { kind: "refused"; message: string };

const WANTED = "Upload a PNG, JPEG, WebP, AVIF, GIF or SVG.";

/**
 * A stranger's file → a picture drawn anew from what is seen of it: upright, in sRGB, in the size its place on the page needs.
 * Nothing else of the file comes out again: no place, no camera, no second file behind the first. Messages are for the uploader.
 */
export async function drawImage(
  bytes: Uint8Array,
  { purpose, crop }: { purpose: ImagePurpose; crop: Crop | null },
): Promise<DrawImageOutcome> {
  const checked = checkFile(bytes);
  if (checked.kind === "refused") return checked;
  const answer = await runDrawing({ kind: "draw", purpose, picture: { bytes: checked.bytes, type: checked.type, crop } });
  switch (answer.kind) {
    case "drawn":
      return answer;
    case "too_many_pixels":
      return refused(
        `This picture has ${answer.width} × ${answer.height} pixels. ${MOST_SIDE} to a side and ${MOST_PIXELS / 1e6} million in all can be read: make it smaller, and try again.`,
      );
    case "crop_outside":
      return refused("The crop lies outside of the picture. Choose it again.");
    case "empty":
      return refused("Everything in this picture is transparent: there is nothing to see.");
    case "unreadable":
      return refused(
        `This ${NAMES[checked.type]} is damaged or cut off, and cannot be read. Save it again, or upload it in another format.`,
      );
    case "gave_up":
      return refused(`This ${NAMES[checked.type]} takes too long to draw. Simplify it, or upload it as a PNG in the size you need.`);
    case "busy":
      return refused("Many pictures are being drawn just now. Try again in a moment.");
    case "pixels":
      throw new Error("pixels were answered where a picture was asked for");
  }
}

const NAMES: Readonly<Record<ImageType, string>> = { png: "PNG", jpeg: "JPEG", gif: "GIF", webp: "WebP", avif: "AVIF", svg: "SVG" };

type CheckedFile = { kind: "checked"; bytes: Uint8Array; type: ImageType } | { kind: "refused"; message: string };

function checkFile(bytes: Uint8Array): CheckedFile {
  if (bytes.byteLength === 0) return refused(`This file is empty. ${WANTED}`);
  if (bytes.byteLength > MOST_UPLOAD_BYTES) {
    return refused(`This file is larger than ${MOST_UPLOAD_BYTES / 1024 / 1024} MB. Save it smaller, and try again.`);
  }
  const sniffed = sniffImage(bytes);
  if (sniffed.kind === "other") return refused(`This is ${sniffed.name}, whatever its name says. ${WANTED}`);
  if (sniffed.kind === "unknown") return refused(`This is no picture we can read. ${WANTED}`);
  if (sniffed.type !== "svg") return { kind: "checked", bytes, type: sniffed.type };
  const svg = checkSvg(bytes);
  return svg.kind === "refused" ? svg : { kind: "checked", bytes: new TextEncoder().encode(svg.svg), type: "svg" };
}

const refused = (message: string) => ({ kind: "refused", message }) as const;
