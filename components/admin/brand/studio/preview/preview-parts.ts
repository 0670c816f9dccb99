import type { BrandGroupId } from "#lib/branding/brand-fields.ts";

/** Which part of the page is made from which group, the innermost first. */
const PARTS: readonly (readonly [selector: string, group: BrandGroupId])[] = [
  [".home", "logo"],
  [".header-links", "header"],
  [".promo", "promo"],
  ["[aria-labelledby=support], #support", "support"],
  ["h1", "wording"],
  [".page-footer .footer-text", "footer"],
  [".page-footer [lang]", "languages"],
  [".page-footer", "footer"],
];

/** The group that made what was clicked on; null for what the parcel brought. */
export function groupOfPart(element: Pick<Element, "closest">): BrandGroupId | null {
  return PARTS.find(([selector]) => element.closest(selector) !== null)?.[1] ?? null;
}
