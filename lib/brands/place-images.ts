import type { Brand } from "#lib/branding/brand.ts";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { DrawnImage } from "#lib/images/draw-bitmap.ts";
import { drawImage } from "#lib/images/draw-image.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { BrandFileImage } from "./brand-file.ts";
import { type BrandImage, IMAGE_PLACES, type ImagePath, imagesOf, withImages } from "./brand-images.ts";
import { findImage } from "./find-image.ts";
import { parseImageUrl } from "./image-url.ts";

/** What becomes of a picture that came along, once it was drawn anew. */
export type PlaceImage = (drawn: DrawnImage) => Promise<{ kind: "placed"; image: BrandImage } | { kind: "refused"; message: string }>;

export type PlacedImages = { kind: "placed"; brand: Brand } | { kind: "invalid"; issues: Issue[] };

/**
 * A file's brand with the pictures it will have here: those of this shop stay, those that came along are drawn anew, as if they had
 * been uploaded. What neither the file nor the shop has is an issue.
 */
export async function placeImages(
  ctx: { db: Database },
  { brand, images, slug, place }: { brand: Brand; images: readonly BrandFileImage[]; slug: string; place: PlaceImage },
): Promise<PlacedImages> {
  const placed: Partial<Record<ImagePath, BrandImage>> = {};
  const issues: Issue[] = [];
  for (const { path, purpose } of IMAGE_PLACES) {
    const image = imagesOf(brand)[path];
    if (image === null || isEverywhere(image)) continue;
    const own = await findOwn(ctx, slug, image);
    const outcome = own ? ({ kind: "placed", image: own } as const) : await redraw(images, { image, purpose, place });
    if (outcome.kind === "placed") placed[path] = outcome.image;
    else issues.push({ path: `brand.${path}`, message: outcome.message });
  }
  return issues.length > 0 ? { kind: "invalid", issues } : { kind: "placed", brand: withImages(brand, placed) };
}

/** Pictures that every installation brings along. */
const isEverywhere = ({ url }: BrandImage) => url.startsWith("/brands/");

async function findOwn(ctx: { db: Database }, slug: string, { url }: BrandImage): Promise<BrandImage | null> {
  const address = parseImageUrl(url);
  const found = address?.slug === slug ? await findImage(ctx, address) : null;
  return found && { url, width: found.width, height: found.height };
}

async function redraw(
  images: readonly BrandFileImage[],
  { image, purpose, place }: { image: BrandImage; purpose: ImagePurpose; place: PlaceImage },
): ReturnType<PlaceImage> {
  const file = images.find(({ url }) => url === image.url);
  if (!file) return { kind: "refused", message: "is neither in the file nor among this shop’s pictures" };
  const drawn = await drawImage(Buffer.from(file.base64, "base64"), { purpose, crop: null });
  return drawn.kind === "refused" ? drawn : place(drawn);
}
