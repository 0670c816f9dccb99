import { expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { cardPath, imagePath, shopCardPath } from "./image-link.ts";

const address = { carrier: "usps" as CarrierSlug, trackingNumber: "9405511899223197428490" };

it("names an e-mail image by the page's address, and says no more than differs from the usual", () => {
  expect(imagePath(address, { pathPrefix: "" })).toBe("/usps/9405511899223197428490.png");
  expect(imagePath(address, { pathPrefix: "/tracking/fern" }, { width: 560, scale: 2, lang: null, theme: null })).toBe(
    "/tracking/fern/usps/9405511899223197428490.png",
  );
  expect(imagePath(address, { pathPrefix: "" }, { width: 320, scale: 1, lang: "ar", theme: "dark" })).toBe(
    "/usps/9405511899223197428490.png?w=320&x=1&lang=ar&theme=dark",
  );
});

it("names the card of a parcel and that of a shop", () => {
  expect(cardPath(address, { pathPrefix: "" })).toBe("/usps/9405511899223197428490.png?card=1");
  expect(cardPath(address, { pathPrefix: "" }, { lang: "ja" })).toBe("/usps/9405511899223197428490.png?card=1&lang=ja");
  expect(shopCardPath({ pathPrefix: "/tracking/fern" })).toBe("/tracking/fern/card.png");
  expect(shopCardPath({ pathPrefix: "" }, { lang: "de" })).toBe("/card.png?lang=de");
});

it("never carries the key of a private link", () => {
  const viewer = { pathPrefix: "", key: "secret" };
  expect([imagePath(address, viewer), cardPath(address, viewer), shopCardPath(viewer)].join()).not.toContain("secret");
});
