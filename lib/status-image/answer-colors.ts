import type { ImageLook } from "./image-look.ts";

/** What the answer is written in, and on. */
export function answerColors({ palette, hasBand }: ImageLook): { ink: string; muted: string; surface: string } {
  return hasBand
    ? { ink: palette["on-brand"], muted: palette["on-brand"], surface: palette.brand }
    : { ink: palette.ink, muted: palette.muted, surface: palette.card };
}
