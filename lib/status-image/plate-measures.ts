import { IMAGE_WIDTH } from "#lib/view/image-link.ts";

export type PlateMeasures = ReturnType<typeof plateMeasures>;

/** Between the narrowest image and the widest, everything grows alike. Large, since a phone shows a wide image at half its size. */
export function plateMeasures(width: number) {
  const share = (width - IMAGE_WIDTH.least) / (IMAGE_WIDTH.most - IMAGE_WIDTH.least);
  // In halves: a letter that was drawn in this size before needs not be drawn again.
  const between = (least: number, most: number) => Math.round((least + (most - least) * share) * 2) / 2;
  return {
    padding: between(20, 34),
    logo: between(28, 38),
    name: between(17, 21),
    headline: between(25, 37),
    text: between(15.5, 19.5),
    mark: between(19, 25),
    label: between(14, 16),
    note: between(12.5, 15),
  };
}
