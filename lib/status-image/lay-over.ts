import type { Raster } from "./raster.ts";

/** Paints `ink` over a part of `sheet` that is opaque, from the whole pixel nearest to `at`; what reaches over an edge ends there. */
export function layOver(sheet: Raster, ink: Raster, at: { x: number; y: number }): void {
  const [left, top] = [Math.round(at.x), Math.round(at.y)];
  const [firstRow, lastRow] = [Math.max(0, -top), Math.min(ink.height, sheet.height - top)];
  const [firstColumn, lastColumn] = [Math.max(0, -left), Math.min(ink.width, sheet.width - left)];
  for (let row = firstRow; row < lastRow; row++) {
    let from = (row * ink.width + firstColumn) * 4;
    let to = ((top + row) * sheet.width + left + firstColumn) * 4;
    for (let column = firstColumn; column < lastColumn; column++, from += 4, to += 4) {
      const opacity = ink.data[from + 3] ?? 0;
      if (opacity === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        const below = sheet.data[to + channel] ?? 0;
        sheet.data[to + channel] = Math.round(below + (((ink.data[from + channel] ?? 0) - below) * opacity) / 255);
      }
    }
  }
}
