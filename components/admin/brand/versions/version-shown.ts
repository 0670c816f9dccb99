import type { Brand } from "#lib/branding/brand.ts";
import type { BrandChange } from "#lib/branding/diff-brands.ts";
import type { MomentText } from "#lib/view/console-time.ts";

/** A published brand as its row shows it. */
export interface VersionShown {
  version: number;
  published: MomentText;
  /** A name; null where no person of the console did it. */
  publishedBy: string | null;
  note: string | null;
  restoredFrom: number | null;
  isCurrent: boolean;
  colors: Brand["colors"];
  /** What it changed of the version before it; null for the first one there is. */
  changed: readonly string[] | null;
  /** What bringing it back would change of what is published now. */
  back: readonly BrandChange[];
}
