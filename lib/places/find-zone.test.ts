import { describe, expect, it } from "vitest";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { findZone } from "./find-zone.ts";

function zoneOf(place: Partial<Place>): [zone: string, source: string] | null {
  const found = findZone({ ...NOWHERE, ...place });
  return found && [found.zone, found.source];
}

describe("the order in which a zone is looked for", () => {
  it("asks coordinates before anything else", () => {
    expect(zoneOf({ latitude: 36.11, longitude: -115.17, city: "Chicago", region: "IL", country: "US" })).toEqual([
      "America/Los_Angeles",
      "coordinates",
    ]);
  });

  it("asks the postal code before the city", () => {
    expect(zoneOf({ postalCode: "64862", city: "SPRINGFIELD", country: "US" })).toEqual(["America/Chicago", "postal_code"]);
  });

  it("asks city and region before facility text", () => {
    expect(zoneOf({ city: "Milwaukee", region: "WI", country: "US", facility: "Leipzig Hub" })).toEqual(["America/Chicago", "city"]);
  });

  it("asks facility text before the country", () => {
    expect(zoneOf({ facility: "Leipzig Hub", country: "DE" })).toEqual(["Europe/Berlin", "facility_text"]);
  });

  it("takes a country with one clock when nothing else helps", () => {
    expect(zoneOf({ city: "Nirgendwoheim", country: "DE" })).toEqual(["Europe/Berlin", "country"]);
  });

  it("knows nothing about nowhere, nor about a country with several clocks", () => {
    expect(zoneOf({})).toBeNull();
    expect(zoneOf({ country: "US" })).toBeNull();
    expect(zoneOf({ country: "RU", city: "Nirgendwoheim" })).toBeNull();
  });
});

describe("coordinates", () => {
  it.each([
    ["ShipEngine's -90/-180", -90, -180],
    ["0/0 in the Gulf of Guinea", 0, 0],
    ["a latitude beyond the pole", 95, 10],
    ["a longitude beyond the date line", 10, 181],
    ["not a number", Number.NaN, 10],
  ])("mean none when they are %s", (_, latitude, longitude) => {
    expect(zoneOf({ latitude, longitude })).toBeNull();
    expect(zoneOf({ latitude, longitude, country: "JP" })).toEqual(["Asia/Tokyo", "country"]);
  });

  it.each([
    ["El Paso, across the river from Juárez", 31.76, -106.49, "US", "America/Denver"],
    ["Ciudad Juárez, across the river from El Paso", 31.72, -106.46, "MX", "America/Ciudad_Juarez"],
    ["Needles, across the river from Arizona", 34.85, -114.61, "US", "America/Los_Angeles"],
    ["Jeffersonville, across the river from Louisville", 38.28, -85.74, "US", "America/Indiana/Indianapolis"],
    ["Gary, on the Chicago side of Indiana", 41.59, -87.35, "US", "America/Chicago"],
    ["Geneva, almost in France", 46.21, 6.14, "CH", "Europe/Zurich"],
    ["Lord Howe Island", -31.55, 159.08, "AU", "Australia/Lord_Howe"],
    ["Kathmandu", 27.71, 85.32, "NP", "Asia/Kathmandu"],
  ])("tell %s", (_, latitude, longitude, country, zone) => {
    const found = zoneOf({ latitude, longitude, country });
    expect(found?.[1]).toBe("coordinates");
    const sameClock: Record<string, string> = { "America/Kentucky/Louisville": "America/Indiana/Indianapolis" };
    expect(sameClock[found?.[0] ?? ""] ?? found?.[0]).toBe(zone);
  });

  it("are not believed when their country can't have that time", () => {
    expect(zoneOf({ latitude: 51.3, longitude: 12.4, country: "US", city: "Leipzig" })).toBeNull();
  });

  it("give Beijing time all over China, as its carriers do", () => {
    expect(zoneOf({ latitude: 43.8, longitude: 87.6 })?.[0]).toBe("Asia/Shanghai");
    expect(zoneOf({ latitude: 43.8, longitude: 87.6, country: "GB" })).toEqual(["Europe/London", "country"]);
  });
});

describe("postal codes", () => {
  it.each([
    ["64862", "US", "America/Chicago"],
    ["64862-1234", "US", "America/Chicago"],
    ["471307761", "US", "America/Kentucky/Louisville"],
    ["85001", "US", "America/Phoenix"],
    ["86515", "US", "America/Denver"],
    ["46204", "US", "America/Indiana/Indianapolis"],
    ["47708", "US", "America/Chicago"],
    ["79901", "US", "America/Denver"],
    ["00901", "US", "America/Puerto_Rico"],
    ["96799", "US", "Pacific/Pago_Pago"],
    ["99546", "US", "America/Adak"],
    ["V6B 1A1", null, "America/Vancouver"],
    ["P9A", "CA", "America/Winnipeg"],
    ["2880", "AU", "Australia/Broken_Hill"],
    ["2898", "AU", "Australia/Lord_Howe"],
    ["35001", "ES", "Atlantic/Canary"],
    ["69005-000", "BR", "America/Manaus"],
    ["22000", "MX", "America/Tijuana"],
  ])("%s in %s is %s", (postalCode, country, zone) => {
    expect(zoneOf({ postalCode, country })).toEqual([zone, "postal_code"]);
  });

  it("of five digits say nothing without a country, since a dozen countries have them", () => {
    expect(zoneOf({ postalCode: "94704" })).toBeNull();
  });

  it("count without a country when a US state beside them agrees", () => {
    expect(zoneOf({ postalCode: "94704", region: "CA" })).toEqual(["America/Los_Angeles", "postal_code"]);
    expect(zoneOf({ postalCode: "94704", region: "NY" })).toBeNull();
  });

  it("of a US state are not believed in a territory", () => {
    expect(zoneOf({ postalCode: "94704", country: "PR" })).toEqual(["America/Puerto_Rico", "country"]);
    expect(zoneOf({ postalCode: "00901", country: "PR" })).toEqual(["America/Puerto_Rico", "postal_code"]);
  });

  it("of the military say nothing: the parcel may be anywhere", () => {
    expect(zoneOf({ postalCode: "09001", country: "US" })).toBeNull();
  });

  it("stay silent where a valley keeps another time than its neighbours", () => {
    expect(zoneOf({ postalCode: "0872", country: "AU" })).toBeNull();
  });

  it("unknown by themselves follow their neighbours when these agree", () => {
    expect(zoneOf({ postalCode: "10000", country: "US" })).toEqual(["America/New_York", "postal_code"]);
  });
});

describe("cities", () => {
  it.each([
    ["SARCOXIE", "MO", "US", "America/Chicago"],
    ["ST. LOUIS", "MO", null, "America/Chicago"],
    ["Mc Kinney", "Texas", "US", "America/Chicago"],
    ["PHOENIX", "AZ", null, "America/Phoenix"],
    ["WINDOW ROCK", "AZ", "US", "America/Denver"],
    ["GARY", "IN", null, "America/Chicago"],
    ["INDIANAPOLIS", "IN", null, "America/Indiana/Indianapolis"],
    ["PENSACOLA", "FL", "US", "America/Chicago"],
    ["Montréal", "PQ", "CA", "America/Toronto"],
    ["Broken Hill", "NSW", "AU", "Australia/Broken_Hill"],
    ["KOELN", null, "DE", "Europe/Berlin"],
    ["München", null, "Germany", "Europe/Berlin"],
    ["Sao Paulo", "SP", "BRA", "America/Sao_Paulo"],
    ["SAN JUAN", "PR", "US", "America/Puerto_Rico"],
    ["Shenzhen", null, null, "Asia/Shanghai"],
    ["Vladivostok", null, "RU", "Asia/Vladivostok"],
    ["Las Palmas de Gran Canaria", null, "ES", "Atlantic/Canary"],
    ["Las Palmas", null, "ES", "Atlantic/Canary"],
    ["Ulaanbaatar", null, "MN", "Asia/Ulaanbaatar"],
    ["Nuuk", null, "GL", "America/Nuuk"],
    ["Hanoi", null, "VN", "Asia/Ho_Chi_Minh"],
    ["WEST WENDOVER", "NV", "US", "America/Denver"],
    ["RENO", "NV", "US", "America/Los_Angeles"],
  ])("%s, %s, %s → %s", (city, region, country, zone) => {
    expect(zoneOf({ city, region, country })).toEqual([zone, "city"]);
  });

  it("named Springfield are nowhere without a state", () => {
    expect(zoneOf({ city: "Springfield" })).toBeNull();
    expect(zoneOf({ city: "Springfield", country: "US" })).toBeNull();
    expect(zoneOf({ city: "Springfield", region: "MA", country: "US" })).toEqual(["America/New_York", "city"]);
    expect(zoneOf({ city: "Springfield", region: "IL" })).toEqual(["America/Chicago", "city"]);
  });

  it("of two continents are nowhere without a country", () => {
    expect(zoneOf({ city: "Paris" })).toBeNull();
    expect(zoneOf({ city: "Paris", country: "FR" })).toEqual(["Europe/Paris", "city"]);
    expect(zoneOf({ city: "Paris", region: "TX" })).toEqual(["America/Chicago", "city"]);
  });

  it("that dwarf their namesake are meant when nothing but the country stands beside them", () => {
    expect(zoneOf({ city: "PERTH", country: "AU" })).toEqual(["Australia/Perth", "city"]);
    expect(zoneOf({ city: "PERTH", region: "TAS", country: "AU" })).toEqual(["Australia/Hobart", "city"]);
    expect(zoneOf({ city: "Jayapura", country: "ID" })).toEqual(["Asia/Jayapura", "city"]);
  });

  it("with a two-letter region that an Italian province shares with a US state are nowhere without a country", () => {
    expect(zoneOf({ city: "Como", region: "CO" })).toBeNull();
    expect(zoneOf({ city: "Como", region: "CO", country: "IT" })).toEqual(["Europe/Rome", "city"]);
  });

  it("may be unknown where their state has one clock only", () => {
    expect(zoneOf({ city: "Nowhereville", region: "MD", country: "US" })).toEqual(["America/New_York", "city"]);
    expect(zoneOf({ city: "Nowhereville", region: "AZ", country: "US" })).toBeNull();
    expect(zoneOf({ city: "Nowhereville", region: "IN", country: "US" })).toBeNull();
  });
});

describe("facility text", () => {
  it.each([
    ["OAK CREEK WI DISTRIBUTION CENTER", "America/Chicago"],
    ["LAS VEGAS NV DISTRIBUTION CENTER ANNEX", "America/Los_Angeles"],
    ["JACKSONVILLE FL DISTRIBUTION CENTER", "America/New_York"],
    ["KANSAS CITY MO NETWORK DISTRIBUTION CENTER", "America/Chicago"],
    ["ISC NEW YORK NY(USPS)", "America/New_York"],
    ["ISC CHICAGO IL (USPS)", "America/Chicago"],
    ["BILLINGS MT DISTRIBUTION CENTER", "America/Denver"],
    ["EL PASO TX DISTRIBUTION CENTER", "America/Denver"],
    ["MID HUDSON NY DISTRIBUTION CENTER", "America/New_York"],
    ["NORTH TEXAS TX DISTRIBUTION CENTER", "America/Chicago"],
    ["HOUSTON TX, 77001", "America/Chicago"],
    ["LEIPZIG HUB", "Europe/Berlin"],
    ["LEIPZIG - GERMANY", "Europe/Berlin"],
    ["MEMPHIS HUB", "America/Chicago"],
    ["EAST MIDLANDS - UK", "Europe/London"],
    ["Tokyo International Exchange Office", "Asia/Tokyo"],
    ["Shenzhen Sorting Center", "Asia/Shanghai"],
    ["Atlanta, Georgia", "America/New_York"],
    ["TBILISI - GEORGIA", "Asia/Tbilisi"],
    ["Iron Station Hub", "America/New_York"],
    ["CINCINNATI HUB, OH - USA", "America/New_York"],
    ["HONG KONG - HONG KONG SAR, CHINA", "Asia/Hong_Kong"],
    ["SINGAPORE SINGAPORE", "Asia/Singapore"],
    ["SAN JUAN PR DISTRIBUTION CENTER", "America/Puerto_Rico"],
    ["CHICAGO METRO", "America/Chicago"],
    ["Langley HWDC", "Europe/London"],
  ])("%s → %s, in either field", (text, zone) => {
    expect(zoneOf({ facility: text })).toEqual([zone, "facility_text"]);
    expect(zoneOf({ city: text })).toEqual([zone, "facility_text"]);
  });

  it.each([
    "Distribution Center",
    "Departed in transit",
    "Arrived at hub",
    "North Hub",
    "PORTLAND HUB",
    "Weston on the Green Depot",
    "National City Branch",
    "12345",
    "NORTH GEORGIA",
    "NEW MEXICO",
    "集荷センター",
  ])("%s names no place for certain", (facility) => {
    expect(zoneOf({ facility })).toBeNull();
  });

  it("of a known hub gives way to a region beside it", () => {
    expect(zoneOf({ facility: "Louisville Hub" })).toEqual(["America/Kentucky/Louisville", "facility_text"]);
    expect(zoneOf({ facility: "Louisville Hub", region: "CO" })).toEqual(["America/Denver", "facility_text"]);
  });

  it("that goes on and on is not searched for a place", () => {
    expect(zoneOf({ facility: `${"HUB, ".repeat(2_000)}Leipzig - Germany` })).toBeNull();
  });

  it("of another country than the given one is not believed", () => {
    expect(zoneOf({ facility: "OAK CREEK WI DISTRIBUTION CENTER", country: "RU" })).toBeNull();
  });
});

describe("countries", () => {
  it.each(["DE", "de", "DEU", "Germany", "GERMANY", "Deutschland"])("%s is Germany", (country) => {
    expect(zoneOf({ country })).toEqual(["Europe/Berlin", "country"]);
  });

  it.each([
    ["UK", "Europe/London"],
    ["Korea, Republic of", "Asia/Seoul"],
    ["JPN", "Asia/Tokyo"],
    ["IND", "Asia/Kolkata"],
    ["Hong Kong", "Asia/Hong_Kong"],
    ["CHN", "Asia/Shanghai"],
    ["NPL", "Asia/Kathmandu"],
  ])("%s has %s", (country, zone) => {
    expect(zoneOf({ country })).toEqual([zone, "country"]);
  });

  it.each(["UNITED STATES", "CAN", "AU", "Brazil", "RUS", "Spain", "PT", "Atlantis", ""])("%s has no single zone", (country) => {
    expect(zoneOf({ country })).toBeNull();
  });
});
