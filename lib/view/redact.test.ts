import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildTrackingJson } from "./build-tracking-json.ts";
import { buildTrackingView } from "./build-tracking-view.ts";
import { publicPlace } from "./public-place.ts";
import { redact } from "./redact.ts";
import { at, LAS_VEGAS, OUT_FOR_DELIVERY, PICKED_UP, ROUTE_MAP, SARCOXIE, sampleInput, sampleScan } from "./sample-input.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";

const told = (input: TrackingViewInput) => JSON.stringify([buildTrackingView(input), buildTrackingJson(input)]);

/** Values that occur nowhere else, so that finding one proves a leak. */
const secrets = fc
  .array(fc.stringMatching(/^[a-z]{10,14}$/), { minLength: 8, maxLength: 8 })
  .map((words) => words.map((word, index) => `Zq${index}${word}`));
const postcodes = fc
  .oneof(fc.stringMatching(/^9[0-9]{4}$/), fc.stringMatching(/^9[0-9]{4}-[0-9]{4}$/), fc.stringMatching(/^Z[A-Z][0-9][A-Z] [0-9][A-Z]{2}$/))
  .filter((postcode) => !sampleInput().tracker.trackingNumber.includes(postcode));

function planted([signer, proof, item, sku, order, sibling, key, street]: string[], postcode: string, tier: "public" | "private") {
  const place = { ...SARCOXIE, postalCode: postcode, facility: `${street} 12`, latitude: 37.069123, longitude: -94.116456 };
  const delivered = sampleScan({
    status: "delivered",
    message: `Left with ${signer} at ${street} in SARCOXIE, MO ${postcode}`,
    time: at("2026-09-21T13:10:00Z", "2026-09-21T08:10:00"),
    place,
    signer: signer ?? null,
    proofOfDeliveryUrl: `https://proof.example/${proof}`,
    key: `${key}-scan`,
    vendor: { status: street ?? null, detail: signer ?? null, code: null },
  });
  const line = { orderItemId: `${item}-id`, title: item ?? null, sku: sku ?? null, quantity: 1 };
  return sampleInput({
    tracker: {
      status: "delivered",
      substatus: "delivered",
      signedBy: signer ?? null,
      weightOz: 31.4159,
      scans: [delivered, { ...PICKED_UP, place: { ...LAS_VEGAS, postalCode: postcode }, message: `Collected from ${street}, ${postcode}` }],
      origin: { ...LAS_VEGAS, postalCode: postcode },
      destination: { ...place, city: `SARCOXIE ${postcode}` },
      vendor: { status: street ?? null, detail: null, code: null, provider: "easypost" },
    },
    viewer: { tier, key: `${key}-view` },
    rest: {
      order: {
        externalId: order ?? "",
        lineItems: [line],
        parcels: [
          {
            carrier: "usps" as CarrierSlug,
            trackingNumber: "9405511899223197428490",
            key: `${key}-view`,
            status: "delivered",
            items: [line],
            primary: true,
            isCurrent: true,
          },
          {
            carrier: "ups" as CarrierSlug,
            trackingNumber: sibling ?? "",
            key: `${key}-sibling`,
            status: "in_transit",
            items: [line],
            primary: false,
            isCurrent: false,
          },
        ],
      },
    },
  });
}

describe("the public tier", () => {
  it("tells none of the private values, wherever they stand", () => {
    fc.assert(
      fc.property(secrets, postcodes, (words, postcode) => {
        const text = told(planted(words, postcode, "public")).toLowerCase();
        const found = [...words, postcode, "37.069", "94.116", "31.4"].filter((secret) => text.includes(secret.toLowerCase()));
        expect(found).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("proves something, since the private tier tells them all", () => {
    const words = ["signer", "proof", "item", "sku", "order", "sibling", "key", "street"].map((word) => `Zq${word}`);
    const text = told(planted(words, "98765", "private"));
    const expected = ["Zqsigner", "Zqproof", "Zqitem", "Zqorder", "Zqsibling", "Zqkey", "98765"];
    expect(expected.filter((secret) => !text.includes(secret))).toEqual([]);
  });

  it("keeps status, dates, places at city level, carrier and service", () => {
    const view = buildTrackingView(sampleInput());
    expect(view.headline).toBe("Arriving today by 17:00");
    expect(view.details.map(({ value }) => value)).toEqual([
      "USPS",
      "Priority Mail",
      "9405 5118 9922 3197 4284 90",
      "Las Vegas, NV",
      "Sarcoxie, MO",
    ]);
  });

  it("writes no key into any link, even when one was given", () => {
    const view = buildTrackingView(sampleInput({ viewer: { key: "k-123" } }));
    expect([view.refreshPath, ...view.languages.map(({ href }) => href)].filter((href) => href?.includes("k-123"))).toEqual([]);
  });

  it("takes a stored scan key for private, since it is made of words and places", () => {
    expect(buildTrackingView(sampleInput()).journey.flatMap(({ scans }) => scans.map(({ key }) => key))).toEqual(["s2", "s1"]);
  });
});

describe("a public place", () => {
  it.each([
    [{ city: "LONDON SW1A 1AA", country: "GB" }, { city: "LONDON" }],
    [{ city: "HOUSTON TX, 77001" }, { city: "HOUSTON TX" }],
    [{ city: "12 MAIN ST, SARCOXIE" }, { city: "MAIN ST, SARCOXIE" }],
    [{ city: "64862", postalCode: "64862" }, { city: null }],
    [{ facility: "OAK CREEK WI DISTRIBUTION CENTER" }, { facility: "OAK CREEK WI DISTRIBUTION CENTER" }],
    [{ facility: "JOHN SMITH" }, { facility: null }],
    [{ facility: "DEPOT 12 ELM STREET" }, { facility: null }],
  ])("%j becomes %j", (given, kept) => {
    const empty = { city: null, region: null, postalCode: null, country: null, facility: null, latitude: null, longitude: null };
    expect(publicPlace({ ...empty, ...given })).toMatchObject({ ...kept, postalCode: null, latitude: null, longitude: null });
  });
});

describe("a merchant who hides the carrier", () => {
  const input = sampleInput({
    brand: { hideCarrier: true },
    tracker: { serviceLevel: "USPS Ground Advantage", substatus: "address_issue" },
  });
  const view = buildTrackingView(input);

  it("has it named nowhere in the page's words, and linked nowhere", () => {
    const words = JSON.stringify({ ...view, carrier: null, path: null, refreshPath: null, calendar: null, languages: [] });
    expect(words.toLowerCase()).not.toContain("usps");
  });

  it("still has sentences for it", () => {
    expect(view.freshness).toBe("The carrier last scanned it 12 minutes ago. We asked 12 minutes ago.");
    expect(view.journey.at(-1)?.scans[0]?.title).toBe("Picked up by the carrier");
  });
});

describe("a merchant who hides the origin", () => {
  const foreign = sampleScan({
    status: "in_transit",
    message: "Left Shenzhen",
    place: { ...SARCOXIE, city: "Dongguan", region: null, country: "CN" },
    time: at("2026-09-15T02:00:00Z", "2026-09-15T10:00:00", "Asia/Shanghai"),
  });
  const input = sampleInput({
    brand: { hideOrigin: true },
    tracker: { origin: { ...LAS_VEGAS, city: "Shenzhen", region: null, country: "CN" }, scans: [OUT_FOR_DELIVERY, foreign, PICKED_UP] },
    rest: { routeMap: ROUTE_MAP },
  });

  it.each(["public", "private"] as const)("has nothing of it told on the %s tier: no place, no map, no zone", (tier) => {
    const text = told({ ...input, viewer: { ...input.viewer, tier } });
    expect(["Shenzhen", "Dongguan", "Las Vegas", "China", "Shanghai", "UTC+8", '"CN"'].filter((word) => text.includes(word))).toEqual([]);
  });

  it("keeps what happened near the destination", () => {
    const [scan] = buildTrackingView(input).journey[0]?.scans ?? [];
    expect(scan).toMatchObject({ place: "Sarcoxie, MO", local: { zoneLabel: "CDT" } });
  });

  it("shows hidden scans in UTC, which tells the hour and not the place", () => {
    expect(redact(input).tracker.scans[1]?.time).toMatchObject({ kind: "instant", local: "2026-09-15T02:00:00", zone: "UTC" });
  });
});
