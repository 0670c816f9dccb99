import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildNoticeView } from "./build-notice-view.ts";
import { buildLinkPreview, type LinkPreviewPlace } from "./link-preview.ts";
import { sampleInput, sampleView } from "./sample-input.ts";

const parcel = { carrier: "usps" as CarrierSlug, trackingNumber: "9405511899223197428490" };
const place: LinkPreviewPlace = { origin: "https://parcels.fern.example", pathPrefix: "", parcel };

function preview(...[view, where = place]: Partial<Parameters<typeof buildLinkPreview>>) {
  const tags = buildLinkPreview(view ?? sampleView(), where).map((tag): [string, string] => [
    "name" in tag ? tag.name : tag.property,
    tag.content,
  ]);
  return { tags, read: (name: string) => tags.find(([each]) => each === name)?.[1] };
}

const notice = (reason: "lookup" | "not_found" | "error") =>
  buildNoticeView({
    merchant: sampleInput().merchant,
    viewer: { lang: "en", langIsChosen: false, theme: null, pathPrefix: "" },
    notice: reason === "lookup" ? { reason, detection: null } : { reason },
  });

describe("the preview of a shared link", () => {
  it("says the status and the shop, and shows the card, by addresses that lead there from anywhere", () => {
    expect(preview().tags).toEqual([
      ["og:type", "website"],
      ["og:site_name", "Fern & Fable"],
      ["og:title", "Out for delivery · Fern & Fable"],
      ["og:description", "Where your parcel from Fern & Fable is and when it arrives."],
      ["og:url", "https://parcels.fern.example/usps/9405511899223197428490"],
      ["og:image", "https://parcels.fern.example/usps/9405511899223197428490.png?card=1&lang=en&v=661027367b5608ce"],
      ["og:image:type", "image/png"],
      ["og:image:width", "1200"],
      ["og:image:height", "630"],
      ["og:image:alt", "Out for delivery · Fern & Fable"],
      ["og:locale", "en_US"],
      ["og:locale:alternate", "de_DE"],
      ["og:locale:alternate", "ja_JP"],
      ["og:locale:alternate", "ar_AR"],
      ["twitter:card", "summary_large_image"],
    ]);
  });

  it("is the same with a key as without", () => {
    const tracker = { signedBy: "A. TESTER", status: "delivered", substatus: "delivered" } as const;
    const shown = (tier: "public" | "private") =>
      preview(sampleView({ tracker, viewer: { tier, key: tier === "private" ? "secret" : null } })).tags;
    expect(shown("private")).toEqual(shown("public"));
  });

  it("shows another card by another address once there is news, since previewers keep pictures by address", () => {
    const imageOf = (tracker: NonNullable<NonNullable<Parameters<typeof sampleView>[0]>["tracker"]>) =>
      preview(sampleView({ tracker })).read("og:image");
    const images = [
      imageOf({}),
      imageOf({ status: "delivered", substatus: "delivered" }),
      imageOf({ status: "available_for_pickup", substatus: "pickup_available" }),
    ];
    expect(new Set(images).size).toBe(3);
    expect(imageOf({})).toBe(images[0]);
  });

  it("leads below the platform for a merchant without a host", () => {
    const { read } = preview(sampleView(), { ...place, pathPrefix: "/tracking/fern" });
    expect(read("og:url")).toBe("https://parcels.fern.example/tracking/fern/usps/9405511899223197428490");
    expect(read("og:image")).toBe(
      "https://parcels.fern.example/tracking/fern/usps/9405511899223197428490.png?card=1&lang=en&v=661027367b5608ce",
    );
  });

  it("is in the page's language", () => {
    const { read } = preview(sampleView({ viewer: { lang: "de", locale: "de-DE" } }));
    expect([read("og:title"), read("og:locale")]).toEqual(["In Zustellung · Fern & Fable", "de_DE"]);
  });

  it("stands for the shop on pages that are about no parcel, and leads to the look-up from there only", () => {
    const about = (reason: Parameters<typeof notice>[0]) => preview(notice(reason), { ...place, parcel: null }).read;
    for (const reason of ["lookup", "not_found", "error"] as const) {
      expect(about(reason)("og:image"), reason).toBe("https://parcels.fern.example/card.png?lang=en");
    }
    expect(about("lookup")("og:url")).toBe("https://parcels.fern.example/");
    expect(about("not_found")("og:url")).toBeUndefined();
  });
});
