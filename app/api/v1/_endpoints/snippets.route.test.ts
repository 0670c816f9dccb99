import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { GET as getPage } from "#app/(public)/tracking/[merchant]/[carrier]/[trackingNumber]/route.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createCheckedVisitor } from "../_standard/checked-visitor.testing.ts";

const NUMBER = "EZ2000000002";

async function openShop(test: TestDatabase, slug = "fern") {
  const shop = await createCheckedVisitor(test).openShop(slug, "test");
  const { json } = await shop.call("PUT", "/api/v1/orders/28002-A", {
    body: {
      line_items: [{ order_item_id: "1", title: "Linen shirt", quantity: 1 }],
      parcels: [{ carrier: "usps", tracking_number: NUMBER, items: [{ order_item_id: "1", quantity: 1 }] }],
    },
  });
  return { shop, id: json.parcels[0].tracker_id as string, publicUrl: json.parcels[0].public_url as string };
}

describeOnEveryEngine("snippets in our API", (open) => {
  it("hold the parcel's private link and its public image, in the language asked for", async () => {
    const { shop, id, publicUrl } = await openShop(await open());
    const { status, json } = await shop.call("GET", `/api/v1/trackers/${id}/snippets?lang=de`);
    expect(status).toBe(200);
    expect(json.page_url).toBe(`${publicUrl}&lang=de`);
    expect(json.image_url).toBe(`${publicUrl.split("?")[0]}.png?w=400&lang=de`);
    expect(json.text).toContain(json.page_url);
    expect(json.html).toContain(json.page_url.replace("&", "&#38;"));
    expect(json.html).toContain("Paket verfolgen");
    expect(json.json_ld).toMatch(/"name": "Linen shirt"[\s\S]*"orderNumber": "28002-A"/);
    const usual = (await shop.call("GET", `/api/v1/trackers/${id}/snippets`)).json;
    expect(usual.page_url).toBe(publicUrl);
  });

  it("are its own merchant's alone", async () => {
    const test = await open();
    const { id } = await openShop(test);
    const { shop: other } = await openShop(test, "night");
    expect((await other.call("GET", `/api/v1/trackers/${id}/snippets`)).status).toBe(404);
  });

  it("come for every mail tool, or for one", async () => {
    const { shop } = await openShop(await open());
    const all = (await shop.call("GET", "/api/v1/snippets")).json.data;
    expect(all.map(({ platform }: { platform: string }) => platform)).toEqual(["shopify", "woocommerce", "klaviyo", "mailchimp", "any"]);
    const [klaviyo, ...none] = (await shop.call("GET", "/api/v1/snippets?platform=klaviyo&lang=ja&link=private")).json.data;
    expect(none).toEqual([]);
    expect(klaviyo).toMatchObject({ name: "Klaviyo", json_ld: null, page_url: "{{ event.extra.fulfillments.0.tracking_url }}" });
    expect(klaviyo.image_url).toMatch(/\.png\?w=400&lang=ja$/);
    const refused = await shop.call("GET", "/api/v1/snippets?platform=pigeon");
    expect([refused.status, refused.json.errors]).toEqual([
      422,
      [{ path: "platform", message: "must be one of shopify, woocommerce, klaviyo, mailchimp, any" }],
    ]);
  });

  it("are in no page: what is for Gmail stays in mails", async () => {
    const test = await open();
    const { publicUrl } = await openShop(test);
    const { pathname, search } = new URL(publicUrl);
    const visit = createVisitor(test);
    for (const query of ["", search]) {
      const params = { merchant: "fern", carrier: "usps", trackingNumber: NUMBER };
      const html = await (await visit(getPage, `${pathname}${query}`, params)).text();
      expect(html).toContain(NUMBER);
      expect(html).not.toMatch(/ld\+json|ParcelDelivery|schema\.org/);
    }
  });
});
