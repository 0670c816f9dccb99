import type { BrandView } from "#lib/view/brand-view.ts";
import type { Theme } from "./theme.ts";

/** Where the other logo than the theme's is the readable one: on paper, and on the system's own colours. */
const TO_DARK: Record<"auto" | "light", string> = {
  auto: "screen and (prefers-color-scheme: dark)",
  light: "(forced-colors: active) and (prefers-color-scheme: dark)",
};
const TO_LIGHT = "print, (forced-colors: active) and (prefers-color-scheme: light)";

/** The logo that suits the theme: chosen here when the theme is settled, by the device when it is not. */
export function BrandLogo({ brand, theme }: { brand: BrandView; theme: Theme }) {
  if (brand.logo === null) return <bdi className="wordmark">{brand.name}</bdi>;
  const { light, dark } = brand.logo;
  const [shown, other, media] = theme === "dark" ? [dark, light, TO_LIGHT] : [light, dark, TO_DARK[theme ?? "auto"]];
  // biome-ignore lint/performance/noImgElement: next/image would bring a runtime to a page that has none
  const image = <img className="logo" src={shown.url} width={shown.width} height={shown.height} alt={brand.name} />;
  if (light.url === dark.url) return image;
  return (
    <picture>
      <source media={media} srcSet={other.url} width={other.width} height={other.height} />
      {image}
    </picture>
  );
}
