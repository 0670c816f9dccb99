import type { OklchColor } from "./oklch-color.ts";

/** Where a hue ends, in degrees of Oklch. */
const HUES: readonly [until: number, name: string][] = [
  [12, "pink"],
  [42, "red"],
  [78, "orange"],
  [116, "yellow"],
  [136, "lime"],
  [168, "green"],
  [208, "teal"],
  [276, "blue"],
  [316, "purple"],
  [360, "pink"],
];

/** What people call a colour, roughly. */
export function colorName({ l, c, h }: OklchColor): string {
  if (l < 0.2 || (l < 0.3 && c < 0.04)) return "black";
  if (l > 0.95 && c < 0.04) return "white";
  if (c < 0.03) return "grey";
  if (h > 35 && h < 100 && l < 0.56) return "brown";
  return HUES.find(([until]) => h < until)?.[1] ?? "pink";
}
