import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EASYPOST_STATUS_DETAILS, toEasyPostWords } from "#lib/contracts/dialects/easypost.ts";
import { SHIPENGINE_STATUS_CODES, SHIPENGINE_STATUS_DETAIL_CODES, toShipEngineWords } from "#lib/contracts/dialects/shipengine.ts";
import { SHIPPO_STATUSES, SHIPPO_SUBSTATUS_CODES, toShippoWords } from "#lib/contracts/dialects/shippo.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { isActionRequired, isSubstatus, SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { easypostVocabulary } from "./easypost/vocabulary.ts";
import { shipengineVocabulary } from "./shipengine/vocabulary.ts";
import { shipmentNotifyVocabulary } from "./shipment-notify/vocabulary.ts";
import { shippoVocabulary } from "./shippo/vocabulary.ts";
import { readVendorWords, type VendorVocabulary } from "./vendor-vocabulary.ts";

const sorted = (words: Iterable<string>) => [...words].sort();
const keys = (table: object) => sorted(Object.keys(table));

describe("the tables are complete", () => {
  it("EasyPost: ten statuses, one of them in two spellings, and 28 details", () => {
    expect(keys(easypostVocabulary.statuses)).toEqual(sorted([...STATUSES, "canceled"]));
    expect(easypostVocabulary.statuses.canceled).toEqual(easypostVocabulary.statuses.cancelled);
    expect(keys(easypostVocabulary.details)).toEqual(sorted(EASYPOST_STATUS_DETAILS));
    expect(EASYPOST_STATUS_DETAILS).toHaveLength(28);
  });

  it("Shippo: six statuses and 27 substatuses, two of them in two spellings", () => {
    expect(keys(shippoVocabulary.statuses)).toEqual(sorted(SHIPPO_STATUSES));
    expect(keys(shippoVocabulary.details)).toEqual(sorted([...SHIPPO_SUBSTATUS_CODES, "outfordelivery", "returntosender"]));
    expect(SHIPPO_SUBSTATUS_CODES).toHaveLength(27);
  });

  it("ShipEngine: eight codes and 75 detail codes", () => {
    expect(keys(shipengineVocabulary.statuses)).toEqual(sorted(SHIPENGINE_STATUS_CODES));
    expect(keys(shipengineVocabulary.details)).toEqual(sorted(SHIPENGINE_STATUS_DETAIL_CODES));
    expect(new Set(SHIPENGINE_STATUS_DETAIL_CODES).size).toBe(75);
  });

  it("shipment_notify: EasyPost's statuses", () => {
    expect(shipmentNotifyVocabulary.statuses).toBe(easypostVocabulary.statuses);
  });

  it("every meaning is a word of ours, and every word of ours is meant by some vendor or is a plain status", () => {
    const vocabularies: VendorVocabulary[] = [easypostVocabulary, shippoVocabulary, shipengineVocabulary];
    const meant = vocabularies.flatMap(({ statuses, details }) => [
      ...Object.values(details),
      ...Object.values(statuses).flatMap((meaning) => [meaning.substatus, ...Object.values(meaning.details ?? {})]),
    ]);
    expect(meant.filter((word) => !isSubstatus(word))).toEqual([]);
    expect(sorted(new Set(meant))).toEqual(keys(SUBSTATUSES));
  });
});

/** Reads a vendor's pair, says it again in the vendor's dialect. */
interface RoundTrip {
  vendor: string;
  again: string;
}

const natural = (substatus: Substatus) => SUBSTATUSES[substatus].status;

function easypostTrip(detail: string): RoundTrip {
  const status = natural(easypostVocabulary.details[detail as keyof typeof easypostVocabulary.details]);
  const ours = readVendorWords(easypostVocabulary, status, detail);
  const again = toEasyPostWords(ours.status, ours.substatus);
  return { vendor: `${status}/${detail}`, again: `${again.status}/${again.status_detail}` };
}

function shippoTrip(code: string): RoundTrip {
  const substatus = shippoVocabulary.details[code as keyof typeof shippoVocabulary.details];
  const status = toShippoWords(natural(substatus), substatus).status;
  const ours = readVendorWords(shippoVocabulary, status, code);
  const again = toShippoWords(ours.status, ours.substatus);
  return { vendor: `${status}/${code}`, again: `${again.status}/${again.substatus?.code}` };
}

function shipengineTrip(detail: string): RoundTrip {
  const substatus = shipengineVocabulary.details[detail as keyof typeof shipengineVocabulary.details];
  const code = toShipEngineWords(natural(substatus), substatus).status_code;
  const ours = readVendorWords(shipengineVocabulary, code, detail);
  const again = toShipEngineWords(ours.status, ours.substatus);
  return { vendor: `${code}/${detail}`, again: `${again.status_code}/${again.status_detail_code}` };
}

/** Vendor words that share one of ours with another, and come back as that other. */
function foldings(trips: RoundTrip[]): Record<string, string> {
  return Object.fromEntries(trips.filter(({ vendor, again }) => vendor !== again).map(({ vendor, again }) => [vendor, again]));
}

describe("a vendor's word read and said again is the same word", () => {
  it("EasyPost: all 28", () => {
    expect(foldings(EASYPOST_STATUS_DETAILS.map(easypostTrip))).toEqual({});
  });

  it("EasyPost: all statuses, `canceled` in the API's spelling", () => {
    for (const status of STATUSES) {
      const ours = readVendorWords(easypostVocabulary, status, null);
      expect(toEasyPostWords(ours.status, ours.substatus).status).toBe(status);
    }
    expect(readVendorWords(easypostVocabulary, "canceled", null).status).toBe("cancelled");
  });

  it("Shippo: all but the two misspelt", () => {
    expect(foldings(Object.keys(shippoVocabulary.details).map(shippoTrip))).toEqual({
      "TRANSIT/outfordelivery": "TRANSIT/out_for_delivery",
      "RETURNED/returntosender": "RETURNED/return_to_sender",
    });
  });

  it("Shippo: all statuses", () => {
    for (const status of SHIPPO_STATUSES) {
      const ours = readVendorWords(shippoVocabulary, status, null);
      expect(toShippoWords(ours.status, ours.substatus).status).toBe(status);
    }
  });

  it("Shippo: a substatus asks for action where Shippo's own does", () => {
    const asking = SHIPPO_SUBSTATUS_CODES.filter((code) => isActionRequired(shippoVocabulary.details[code]));
    expect(sorted(asking)).toEqual(
      sorted([
        "address_issue",
        "contact_carrier",
        "delivery_attempted",
        "location_inaccessible",
        "notice_left",
        "package_damaged",
        "pickup_available",
        "reschedule_delivery",
        "package_unclaimed",
        "package_undeliverable",
        "package_lost",
      ]),
    );
  });

  it("ShipEngine: all 75 but three that say the same as another", () => {
    expect(foldings(SHIPENGINE_STATUS_DETAIL_CODES.map(shipengineTrip))).toEqual({
      "IT/PARCEL_UPDATE_NOTIFICATION": "IT/INFORMATION",
      "IT/SUB_CONTRACTOR_EVENT": "IT/SUB_CONTRACTOR_RECEIVED",
      "AC/RECD_BY_CARRIER_NO_ELEC_ADVICE": "AC/RECEIVED_BY_CARRIER",
    });
  });

  it("ShipEngine: all codes", () => {
    for (const code of SHIPENGINE_STATUS_CODES) {
      const ours = readVendorWords(shipengineVocabulary, code, null);
      expect(toShipEngineWords(ours.status, ours.substatus).status_code).toBe(code);
    }
  });
});

describe.skipIf(!sharedFixtures.present)(`the tables against the vendors' own lists, ${sharedFixtures.label}`, () => {
  interface OpenApi {
    components: { schemas: Record<"status_code" | "status_detail_code", { enum: string[] }> };
  }

  it("ShipEngine's OpenAPI names the same codes", () => {
    const { schemas } = (sharedFixtures.readJson("shipengine", "openapi-tracking-subset.json") as OpenApi).components;
    expect(keys(shipengineVocabulary.statuses)).toEqual(sorted(schemas.status_code.enum));
    expect(keys(shipengineVocabulary.details)).toEqual(sorted(schemas.status_detail_code.enum));
  });

  const documents = existsSync(sharedFixtures.path("..", "seeds")) ? readdirSync(sharedFixtures.path("..", "seeds")) : [];
  const readDocument = (prefix: string) =>
    readFileSync(sharedFixtures.path("..", "seeds", documents.find((name) => name.startsWith(prefix)) ?? ""), "utf8");

  it.skipIf(documents.length === 0)(
    "Shippo's guide names the same substatuses, under the same statuses, with the same calls to act",
    () => {
      const rows = [...readDocument("002").matchAll(/^\s*(UNKNOWN|(?:PRE_)?TRANSIT|DELIVERED|RETURNED|FAILURE) ([a-z_]+) [A-Z](.*)$/gm)];
      expect(
        sorted(
          new Set(rows.map((row) => row[2] ?? "").map((code) => code.replace(/^outfor/, "out_for_").replace(/^returnto/, "return_to_"))),
        ),
      ).toEqual(sorted(SHIPPO_SUBSTATUS_CODES));
      for (const [, status = "", code = "", rest = ""] of rows) {
        const ours = readVendorWords(shippoVocabulary, status, code);
        expect(ours.notes).toEqual([]);
        expect(toShippoWords(ours.status, ours.substatus).status).toBe(status);
        expect(isActionRequired(ours.substatus), code).toBe(rest.includes("green check mark"));
      }
    },
  );

  it.skipIf(documents.length === 0)("EasyPost's guide names no status we do not know", () => {
    const named = [...readDocument("001").matchAll(/^([a-z_]+)\n\|\n/gm)].map((row) => row[1] ?? "");
    expect(named).toContain("canceled");
    expect(named.filter((word) => !Object.hasOwn(easypostVocabulary.statuses, word))).toEqual([]);
  });
});
