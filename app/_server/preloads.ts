import type { Brand } from "#lib/branding/brand.ts";
import { brandFontPreload } from "#lib/branding/brand-fonts.ts";
import type { Services } from "./services.ts";

/** A `Link` header, so that stylesheet and font are on their way before the HTML is read. */
export function preloads({ assets }: Pick<Services, "assets">, brand: Brand): string {
  const font = brandFontPreload(brand);
  return [
    `<${assets.css}>; rel=preload; as=style`,
    ...(font ? [`<${font.href}>; rel=preload; as=font; type="font/woff2"; crossorigin`] : []),
  ].join(", ");
}
