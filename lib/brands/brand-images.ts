import type { Brand } from "#lib/branding/brand.ts";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";

/** A picture as a brand names it. */
export type BrandImage = NonNullable<Brand["icon"]>;

/** Each place of a brand that shows a picture. */
export const IMAGE_PLACES = [
  { path: "logo.light", purpose: "logo" },
  { path: "logo.dark", purpose: "logo" },
  { path: "icon", purpose: "icon" },
  { path: "promo.image", purpose: "promo" },
] as const satisfies readonly { path: string; purpose: ImagePurpose }[];

export type ImagePath = (typeof IMAGE_PLACES)[number]["path"];

export function imagesOf({ logo, icon, promo }: Brand): Record<ImagePath, BrandImage | null> {
  return { "logo.light": logo?.light ?? null, "logo.dark": logo?.dark ?? null, icon, "promo.image": promo?.image ?? null };
}

/** The same brand with other pictures in its places; places that had none stay empty. */
export function withImages(brand: Brand, images: Readonly<Partial<Record<ImagePath, BrandImage>>>): Brand {
  const { logo, icon, promo } = brand;
  return {
    ...brand,
    logo: logo && { light: images["logo.light"] ?? logo.light, dark: logo.dark && (images["logo.dark"] ?? logo.dark) },
    icon: icon && (images.icon ?? icon),
    promo: promo && { ...promo, image: promo.image && (images["promo.image"] ?? promo.image) },
  };
}
