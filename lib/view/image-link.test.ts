import { expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { CARD_WIDTHS, type CardWish, cardHeight, cardPath, fitCard, imagePath, shopCardPath } from "./image-link.ts";

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
  const card = (wish: Partial<CardWish> = {}) => cardPath(address, { pathPrefix: "" }, { says: ["Delivered"], ...wish });
  expect(card()).toBe("/usps/9405511899223197428490.png?card=1&v=f3c642d0f1c3070c");
  expect(card({ lang: "ja", width: 600 })).toBe("/usps/9405511899223197428490.png?card=1&w=600&lang=ja&v=f3c642d0f1c3070c");
  expect(shopCardPath({ pathPrefix: "/tracking/fern" })).toBe("/tracking/fern/card.png");
  expect(shopCardPath({ pathPrefix: "" }, { lang: "de" })).toBe("/card.png?lang=de");
});

it("names a card that says something else by another address", () => {
  const says = [["Delivered"], ["Out for delivery"], ["Out for", "delivery"]];
  expect(new Set(says.map((words) => cardPath(address, { pathPrefix: "" }, { says: words }))).size).toBe(says.length);
});

it("fits a card into the room there is", () => {
  const room = (width: number | null, height: number | null) => fitCard({ width, height })?.width ?? null;
  expect([room(null, null), room(1199, null), room(640, 314), room(null, 126), room(239, null), room(null, 125)]).toEqual([
    1200,
    600,
    400,
    240,
    null,
    null,
  ]);
  for (const width of CARD_WIDTHS) expect(Number.isInteger(cardHeight(width))).toBe(true);
});

it("never carries the key of a private link", () => {
  const viewer = { pathPrefix: "", key: "secret" };
  expect([imagePath(address, viewer), cardPath(address, viewer, { says: [] }), shopCardPath(viewer)].join()).not.toContain("secret");
});
