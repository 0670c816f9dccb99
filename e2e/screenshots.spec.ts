import { test } from "@playwright/test";
import { DEMO_PARCELS } from "#lib/demo/demo-parcels.ts";
import { demoParcel, pathOf, privateUrls } from "./demo.ts";

/** Pictures to look at, in a folder git ignores: `npm run screenshots`. */
const VIEWPORTS = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const pages: readonly (readonly [name: string, address: () => string])[] = [
  ...DEMO_PARCELS.map((parcel) => [slugOf(`${parcel.merchant} ${parcel.title}`), () => pathOf(parcel)] as const),
  ["private-order", () => privateUrls(demoParcel("9400100109361129278357"))[0] ?? ""],
  ["lookup", () => "/"],
  ["not-yet-known", () => "/usps/9400111111111111111111"],
  ["unknown-carrier", () => "/pigeon/12345678"],
  ...["de", "ja", "ar"].map((lang) => [`lang-${lang}`, () => `/usps/9400100000000000000014?lang=${lang}`] as const),
];

for (const [name, address] of pages) {
  test(`@screenshots ${name}`, async ({ page }) => {
    const url = address();
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(url);
        await page.screenshot({ path: `e2e/screenshots/${name}-${viewport.width}-${colorScheme}.png`, fullPage: true });
      }
    }
  });
}
