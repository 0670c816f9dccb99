import type { ThemeMode } from "#lib/branding/brand.ts";
import type { Scheme } from "#lib/branding/contrast-advice.ts";
import type { Status } from "#lib/tracking/status.ts";

/** What the preview shows: the page or the images of it, of which parcel, as whom, on what. */
export interface PreviewLook {
  kind: "page" | "image";
  sample: string;
  lang: string;
  scheme: Scheme;
  device: "phone" | "desktop";
  tier: "public" | "private";
}

export interface SampleChoice {
  key: string;
  label: string;
  status: Status;
}

export function firstLook(lang: string): PreviewLook {
  return { kind: "page", sample: "out_for_delivery", lang, scheme: "light", device: "phone", tier: "private" };
}

export const lookWith = (look: PreviewLook, change: Partial<PreviewLook>): PreviewLook => ({ ...look, ...change });

export const DEVICES = {
  phone: { words: "Phone", width: 390, height: 844 },
  desktop: { words: "Desktop", width: 1280, height: 900 },
} as const;

/** A brand that is always light, or always dark, is so on every device. */
export function schemeShown(mode: ThemeMode, chosen: Scheme): Scheme {
  return mode === "auto" ? chosen : mode;
}

export interface Fit {
  scale: number;
  /** Of the frame, in its own pixels. */
  width: number;
  height: number;
}

/** As large as there is room for, never larger than life, and as tall as the room. */
export function fitDevice(device: PreviewLook["device"], room: { width: number; height: number }): Fit {
  const { width, height: tallest } = DEVICES[device];
  if (room.width <= 0) return { scale: 1, width, height: tallest };
  const scale = Math.min(1, room.width / width);
  const height = device === "phone" ? Math.min(tallest, room.height / scale) : room.height / scale;
  return { scale, width, height: Math.max(320, Math.floor(height)) };
}
