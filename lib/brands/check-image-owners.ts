import type { Brand } from "#lib/branding/brand.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseImageUrl } from "./image-url.ts";

/** A brand shows what its own merchant uploaded, or what comes with Waymark; another's image could go away, or say something else. */
export function checkImageOwners(brand: Brand, slug: string): Issue[] {
  const images = {
    "logo.light": brand.logo?.light,
    "logo.dark": brand.logo?.dark,
    icon: brand.icon,
    "promo.image": brand.promo?.image,
  };
  return Object.entries(images)
    .filter(([, image]) => image && !image.url.startsWith("/brands/") && parseImageUrl(image.url)?.slug !== slug)
    .map(([path]) => ({ path: `${path}.url`, message: "must be an image uploaded to this shop" }));
}
