/** One page of one brand, as the preview draws it. */
export interface PageShown {
  /** `draft`, `published`, or a version's number. */
  of: string;
  /** Changes when what `of` names does: then the page is another. */
  stamp: number;
  sample: string;
  lang: string;
  theme: "light" | "dark" | "";
  tier: "public" | "private";
}

export function previewAddress(merchant: string, { stamp, ...page }: PageShown): string {
  return `/admin/preview?${new URLSearchParams({ merchant, ...page, stamp: String(stamp) })}`;
}
