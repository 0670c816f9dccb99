import { describe, expect, it } from "vitest";
import { moving, promise } from "#lib/view/sample-input.ts";
import { KEY, ORIGIN, orderOf, parcel, readJsonLd } from "./snippets.testing.ts";

describe("ParcelDelivery", () => {
  it("tells Gmail and Outlook what is known, with the order for the recipient", () => {
    const { jsonLd } = parcel({ brand: { homeUrl: "https://fern.example/" }, rest: { order: orderOf(["Linen shirt", null]) } });
    expect(readJsonLd(jsonLd)).toEqual({
      "@context": "https://schema.org",
      "@type": "ParcelDelivery",
      trackingNumber: "9405511899223197428490",
      trackingUrl: `${ORIGIN}/usps/9405511899223197428490?key=${KEY}`,
      carrier: { "@type": "Organization", name: "USPS" },
      deliveryStatus: { "@type": "DeliveryEvent", name: "Arriving today by 17:00" },
      expectedArrivalFrom: "2026-09-21",
      expectedArrivalUntil: "2026-09-21T17:00:00",
      deliveryAddress: {
        "@type": "PostalAddress",
        ...{ addressLocality: "SARCOXIE", addressRegion: "MO", postalCode: "64862", addressCountry: "US" },
      },
      itemShipped: [{ "@type": "Product", name: "Linen shirt", sku: "LS" }],
      partOfOrder: {
        "@type": "Order",
        orderNumber: "28002-A",
        merchant: { "@type": "Organization", name: "Fern & Fable", url: "https://fern.example/" },
      },
    });
  });

  it("makes up no date, no place, no item and no carrier", () => {
    const { jsonLd } = parcel({ tracker: { ...moving(null), destination: null }, brand: { hideCarrier: true } });
    const known = readJsonLd(jsonLd);
    expect(Object.keys(known)).toEqual(["@context", "@type", "trackingNumber", "trackingUrl", "deliveryStatus", "partOfOrder"]);
    expect(known.partOfOrder).toEqual({ "@type": "Order", merchant: { "@type": "Organization", name: "Fern & Fable" } });
  });

  it("expects nothing of a parcel that has come or goes back", () => {
    for (const status of ["delivered", "return_to_sender"] as const) {
      const { jsonLd } = parcel({ tracker: { status, isFinal: status === "delivered", estimatedDelivery: promise("2026-09-21") } });
      expect(jsonLd).not.toContain("expectedArrival");
    }
  });

  it("stays inside its script, whatever things are called", () => {
    const names = ["</script><script>alert(1)</script>", "<!--", "\u2028", "{{ x }}", "*|X|*"];
    const { jsonLd } = parcel({ brand: { name: names.filter((name) => name !== "\u2028").join(" ") }, rest: { order: orderOf(names) } });
    expect(jsonLd.match(/<\/?script/g)).toHaveLength(2);
    expect(jsonLd).not.toMatch(/<!--|\u2028|\{\{|\*\|/);
    expect(readJsonLd(jsonLd).itemShipped.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});
