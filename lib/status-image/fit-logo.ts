import type { ImageLook } from "./image-look.ts";

/** As high as there is room for, unless it is so long that it would be too wide. */
export function fitLogo(logo: NonNullable<ImageLook["logo"]>, room: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  return { width: logo.width * scale, height: logo.height * scale };
}
