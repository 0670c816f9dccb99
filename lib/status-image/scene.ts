import type { HexColor } from "#lib/branding/oklch-color.ts";
import type { Raster } from "./raster.ts";

/** Everything of a picture in its place, in CSS pixels. */
export interface Scene {
  width: number;
  height: number;
  /** What everything stands on, and ends at. */
  plate: { radius: number; fill: HexColor; edge: HexColor | null };
  shapes: Shape[];
  texts: PlacedText[];
  logo: Box | null;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shape extends Box {
  kind: "rect" | "diamond" | "check" | "exclamation" | "dash";
  radius?: number;
  fill?: HexColor;
  stroke?: { color: HexColor; width: number };
}

export interface TextStyle {
  face: "heading" | "bold" | "regular";
  size: number;
  /** From line to line. */
  leading: number;
  color: HexColor;
  /** What it is read on. */
  surface: HexColor;
}

/** A text in lines: how large it came out. */
export interface TextBlock {
  style: TextStyle;
  width: number;
  height: number;
  lines: number;
  /** In pixels of the file, with some room above the first line; null where there is nothing to see. */
  ink: { raster: Raster; above: number } | null;
}

export interface PlacedText {
  x: number;
  y: number;
  block: TextBlock;
}

export interface TextBox {
  width: number;
  dir: "ltr" | "rtl";
  /** A name reads in its own direction, whatever stands around it. */
  isName?: boolean;
  /** Leaves a word whole that is wider than the box. */
  keepsWords?: boolean;
}

/** Breaks a text into lines; injected, so that a layout is a matter of numbers. */
export type SetText = (text: string, style: TextStyle, box: TextBox) => Promise<TextBlock>;

export const moveDown =
  (by: number) =>
  <Item extends { y: number }>(item: Item): Item => ({ ...item, y: item.y + by });

/** The same picture for those who read from the right. Marks are not letters: they stay as they are. */
export function mirror(scene: Scene): Scene {
  const across = <Item extends { x: number }>(item: Item, width: number): Item => ({ ...item, x: scene.width - item.x - width });
  return {
    ...scene,
    shapes: scene.shapes.map((shape) => across(shape, shape.width)),
    texts: scene.texts.map((text) => across(text, text.block.width)),
    logo: scene.logo && across(scene.logo, scene.logo.width),
  };
}
