import type { BrandView } from "#lib/view/brand-view.ts";

/** What the shopper asked for or the brand insists on; null follows the device. */
export type Theme = "light" | "dark" | null;

export function resolveTheme(asked: Theme, { mode }: Pick<BrandView, "mode">): Theme {
  return asked ?? (mode === "auto" ? null : mode);
}
