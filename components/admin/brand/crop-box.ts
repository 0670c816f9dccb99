import type { Crop } from "#lib/branding/image-purpose.ts";

export type Size = Pick<Crop, "width" | "height">;

export const CORNERS = ["nw", "ne", "sw", "se"] as const;
export const SIDES = ["n", "e", "s", "w"] as const;
/** A side or corner of the crop, by compass. */
export type Handle = (typeof CORNERS)[number] | (typeof SIDES)[number];

export interface Step {
  x: number;
  y: number;
}

/** Smaller ones could not be taken hold of again. */
const LEAST = 16;

/** As much of the picture as fits; `aspect` is width by height, null for any. */
export function wholeCrop(size: Size, aspect: number | null): Crop {
  if (aspect === null) return { x: 0, y: 0, ...size };
  const width = Math.min(size.width, size.height * aspect);
  const height = width / aspect;
  return toPixels({ x: (size.width - width) / 2, y: (size.height - height) / 2, width, height }, size);
}

export function isWhole(crop: Crop, size: Size): boolean {
  return crop.width === size.width && crop.height === size.height;
}

export function moveCrop(crop: Crop, step: Step, size: Size): Crop {
  const x = clamp(crop.x + step.x, 0, size.width - crop.width);
  const y = clamp(crop.y + step.y, 0, size.height - crop.height);
  return toPixels({ ...crop, x, y }, size);
}

/** The opposite side or corner stays where it is. With an aspect, only corners may be drawn. */
export function resizeCrop(crop: Crop, handle: Handle, step: Step, size: Size, aspect: number | null): Crop {
  const across = stretch({ from: crop.x, length: crop.width, within: size.width }, handle, "w", "e", step.x);
  const down = stretch({ from: crop.y, length: crop.height, within: size.height }, handle, "n", "s", step.y);
  if (aspect === null) return toPixels({ x: across.from, y: down.from, width: across.length, height: down.length }, size);
  const width = Math.min(Math.max(across.length, down.length * aspect), across.room, down.room * aspect);
  const height = width / aspect;
  const x = handle.includes("w") ? crop.x + crop.width - width : crop.x;
  const y = handle.includes("n") ? crop.y + crop.height - height : crop.y;
  return toPixels({ x, y, width, height }, size);
}

interface Span {
  from: number;
  length: number;
  within: number;
}

/** One direction of it; `room` is what the crop may grow to there. */
function stretch(
  { from, length, within }: Span,
  handle: Handle,
  before: string,
  after: string,
  step: number,
): Omit<Span, "within"> & { room: number } {
  const least = Math.min(LEAST, length);
  const end = from + length;
  if (handle.includes(before)) {
    const moved = clamp(from + step, 0, end - least);
    return { from: moved, length: end - moved, room: end };
  }
  const grown = handle.includes(after) ? clamp(length + step, least, within - from) : length;
  return { from, length: grown, room: within - from };
}

function toPixels({ x, y, width, height }: Crop, size: Size): Crop {
  const whole = { width: clamp(Math.round(width), 1, size.width), height: clamp(Math.round(height), 1, size.height) };
  return { x: clamp(Math.round(x), 0, size.width - whole.width), y: clamp(Math.round(y), 0, size.height - whole.height), ...whole };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
