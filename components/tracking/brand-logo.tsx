import type { BrandView } from "#lib/view/brand-view.ts";
import type { Theme } from "./theme.ts";

/** The logo that suits the theme: chosen here when the theme is settled, by the device when it is not. */
export function BrandLogo({ brand, theme }: { brand: BrandView; theme: Theme }) {
  if (brand.logo === null) return <bdi className="wordmark">{brand.name}</bdi>;
  const { light, dark } = brand.logo;
  const shown = theme === "dark" ? dark : light;
  // biome-ignore lint/performance/noImgElement: next/image would bring a runtime to a page that has none
  const image = <img className="logo" src={shown.url} width={shown.width} height={shown.height} alt={brand.name} />;
  if (theme !== null || light.url === dark.url) return image;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={dark.url} width={dark.width} height={dark.height} />
      {image}
    </picture>
  );
}
