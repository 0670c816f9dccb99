import { IMAGE_WIDTH } from "#lib/view/image-link.ts";

export type PlateMeasures = ReturnType<typeof plateMeasures>;

/** Between the narrowest image and the widest, everything grows alike. Large, since a phone shows a wide image at half its size. */
export function plateMeasures(width: number) {
  const share = (width - IMAGE_WIDTH.least) / (IMAGE_WIDTH.most - IMAGE_WIDTH.least);
  const between = (least: number, most: number) => least + (most - least) * share;
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
