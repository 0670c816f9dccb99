import { DEMO_BRANDS } from "#lib/branding/demo/demo-brands.ts";
import { DEMO_GROUPS } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";

/** The demo's parcels by group, each with its address on the platform's own host. */
export function listDemo(): { heading: string; links: { label: string; href: string }[] }[] {
  return DEMO_GROUPS.map((heading) => ({
    heading,
    links: DEMO_PARCELS.filter(({ group }) => group === heading).map(({ title, merchant, carrier, trackingNumber }) => ({
      label: title,
      href: `${prefixOf(merchant)}/${carrier}/${trackingNumber}`,
    })),
  }));
}

function prefixOf(merchant: string): string {
  const isDefault = DEMO_BRANDS.some(({ slug, isDefault }) => slug === merchant && isDefault);
  return isDefault ? "" : `/tracking/${merchant}`;
}
