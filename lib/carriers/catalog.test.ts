import { describe, expect, it } from "vitest";
import {
  CARRIERS,
  CODE_PROVIDERS,
  carrierByProviderCode,
  carrierFor,
  carrierWord,
  findCarrier,
  providerCodeOf,
  RESERVED_SEGMENTS,
} from "./catalog.ts";

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

describe("the catalog", () => {
  it("spells every slug in lower case, digits and underscores", () => {
    expect(CARRIERS.map((carrier) => carrier.slug).filter((slug) => !/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it("gives every slug, name and alias one meaning", () => {
    const words = CARRIERS.flatMap((carrier) => [...new Set([carrier.slug, carrier.name, ...carrier.aliases].map(carrierWord))]);
    expect(repeated(words)).toEqual([]);
  });

  it.each(CODE_PROVIDERS)("gives every code of %s one meaning", (provider) => {
    expect(repeated(CARRIERS.flatMap((carrier) => [...new Set(carrier.providerCodes[provider].map(carrierWord))]))).toEqual([]);
  });

  it("repeats no word of a carrier among its own aliases", () => {
    const redundant = CARRIERS.flatMap((carrier) => repeated([carrier.slug, ...carrier.aliases].map(carrierWord)));
    expect(redundant).toEqual([]);
  });

  it("lets a provider's code mean another carrier than the plain word only where that is known", () => {
    const differing = CARRIERS.flatMap((carrier) =>
      CODE_PROVIDERS.flatMap((provider) =>
        carrier.providerCodes[provider]
          .filter((code) => carrierFor(code) !== carrier)
          .map((code) => `${provider} ${code} → ${carrier.slug}`),
      ),
    );
    expect(differing).toEqual(["shipengine asendia → asendia_us"]);
  });

  it("meets no static segment of the app, by slug or by alias", () => {
    const taken = CARRIERS.flatMap((carrier) => [carrier.slug, ...carrier.aliases]).filter((word) => RESERVED_SEGMENTS.includes(word));
    expect(taken).toEqual([]);
  });

  it("links only over https, with the number's place in every tracking link", () => {
    const links = CARRIERS.flatMap((carrier) => [carrier.trackingUrl, carrier.website]).filter((link) => link !== null);
    expect(links.filter((link) => new URL(link.replaceAll("{number}", "1")).protocol !== "https:")).toEqual([]);
    expect(CARRIERS.filter((carrier) => carrier.trackingUrl !== null && !carrier.trackingUrl.includes("{number}"))).toEqual([]);
  });

  it("names one operator for each postal country suffix", () => {
    expect(repeated(CARRIERS.flatMap((carrier) => carrier.s10))).toEqual([]);
  });

  it("marks only Shippo's test carrier as a test", () => {
    expect(CARRIERS.filter((carrier) => carrier.isTest).map((carrier) => carrier.slug)).toEqual(["shippo"]);
  });
});

describe("a carrier by word", () => {
  it.each([
    ["usps", "usps"],
    ["USPS", "usps"],
    ["US Postal Service", "usps"],
    ["dhl-express", "dhl_express"],
    ["DHL Express", "dhl_express"],
    ["DHLExpress", "dhl_express"],
    ["dhl", "dhl_express"],
    ["ČESKÁ POŠTA", "ceska_posta"],
    ["Collect+", "collect_plus"],
    ["hermes_uk", "evri"],
    ["axlehire", "jitsu"],
    ["rr_donnelley", "epost_global"],
    ["stamps_com", "usps"],
    ["ＵＰＳ", "ups"],
  ])("reads %s as %s", (word, slug) => {
    expect(carrierFor(word)?.slug).toBe(slug);
  });

  it.each(["", "   ", "--", "nobody", "__proto__", "constructor", "\ud800"])("knows no carrier called %j", (word) => {
    expect(carrierFor(word)).toBeNull();
  });

  it("finds by exact slug only what is spelled exactly", () => {
    expect(findCarrier("dhl_express")?.name).toBe("DHL Express");
    expect(findCarrier("DHL_Express")).toBeNull();
  });

  it("finds every carrier by its own slug", () => {
    expect(CARRIERS.filter((carrier) => carrierFor(carrier.slug) !== carrier)).toEqual([]);
  });
});

describe("a provider's code", () => {
  it.each([
    ["easypost", "USPS", "usps"],
    ["easypost", "DHLExpress", "dhl_express"],
    ["easypost", "CanadaPost", "canada_post"],
    ["easypost", "LaserShipV2", "lasership"],
    ["shippo", "usps", "usps"],
    ["shippo", "correos_espana", "correos"],
    ["shippo", "shippo", "shippo"],
    ["shipengine", "stamps_com", "usps"],
    ["shipengine", "dhl_global_mail", "dhl_ecommerce"],
    ["shipengine", "asendia", "asendia_us"],
    ["easypost", "Asendia", "asendia"],
    ["easypost", "yun-express", "yunexpress"],
  ] as const)("of %s, %s, is %s", (provider, code, slug) => {
    expect(carrierByProviderCode(provider, code)?.slug).toBe(slug);
  });

  it("comes back from the carrier as the code to send", () => {
    const usps = carrierFor("usps");
    expect(usps && CODE_PROVIDERS.map((provider) => providerCodeOf(usps, provider))).toEqual(["USPS", "usps", "usps"]);
  });

  it("is absent where the provider does not know the carrier", () => {
    const test = findCarrier("shippo");
    expect(test && providerCodeOf(test, "easypost")).toBeNull();
  });

  it("leads back to its own carrier, for every carrier and provider", () => {
    const lost = CARRIERS.flatMap((carrier) =>
      CODE_PROVIDERS.filter((provider) => {
        const code = providerCodeOf(carrier, provider);
        return code !== null && carrierByProviderCode(provider, code) !== carrier;
      }).map((provider) => `${carrier.slug} ${provider}`),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    "usps stamps_com fedex ups dhl_express dhl_global_mail dhl_ecommerce_au access_worldwide apc fastway_au fastway_nz asendia",
    "australia_post australia_post_mypost_business canada_post canpar couriers_please dai direct_freight evri_international firstmile",
    "freightways castle_parcels new_zealand_couriers now_couriers post_haste global_access imex landmark_global landmark_global_au",
    "landmark_global_uk newgistics nobordist courierpost new_zealand_post_international ontrac purolator_ca quantium rr_donnelley",
    "seko seko_uk sendle seven_senders star_track tnt_australia toll_ipec toll_priority wizmo",
  ])("is known for ShipEngine's %s", (codes) => {
    const known = CARRIERS.flatMap((carrier) => carrier.providerCodes.shipengine);
    expect(codes.split(" ").filter((code) => !known.includes(code))).toEqual([]);
  });

  it.each([
    "Australia Post,BetterTrucks,CDL,Correos España,GLS US,Gophr,GSO,Hongkong Post,Jitsu,LSO,Mondial Relay,OrangeDS,PCF,Poste Italiane",
    "Purolator,Swyft,Canada Post,Colissimo,Deutsche Post,DHL eCommerce,DHL Germany,DPD UK,Evri UK,Lasership,New Zealand Post,Ontrac,Passport",
  ])("or name is known for Shippo's %s", (names) => {
    expect(names.split(",").filter((name) => !carrierFor(name)?.providerCodes.shippo.length)).toEqual([]);
  });
});
