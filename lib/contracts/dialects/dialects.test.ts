import { describe, expect, it } from "vitest";
import { STATUSES } from "#lib/tracking/status.ts";
import { isActionRequired, SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { EASYPOST_STATUS_DETAILS, toEasyPostWords } from "./easypost.ts";
import { SHIPENGINE_STATUS_CODES, SHIPENGINE_STATUS_DETAIL_CODES, toShipEngineWords } from "./shipengine.ts";
import { SHIPPO_STATUSES, SHIPPO_SUBSTATUS_CODES, toShippoWords } from "./shippo.ts";

const everyPair = STATUSES.flatMap((status) => (Object.keys(SUBSTATUSES) as Substatus[]).map((substatus) => ({ status, substatus })));

describe("our words in a provider's dialect", () => {
  it("are EasyPost's own words, whatever the pair", () => {
    for (const { status, substatus } of everyPair) {
      const words = toEasyPostWords(status, substatus);
      expect(words.status).toBe(status);
      expect(EASYPOST_STATUS_DETAILS).toContain(words.status_detail);
    }
  });

  it("are Shippo's own words, and lose no call to act", () => {
    for (const { status, substatus } of everyPair) {
      const words = toShippoWords(status, substatus);
      expect(SHIPPO_STATUSES).toContain(words.status);
      if (words.substatus === null) expect(isActionRequired(substatus), substatus).toBe(false);
      else {
        expect(SHIPPO_SUBSTATUS_CODES).toContain(words.substatus.code);
        expect(words.substatus.action_required).toBe(isActionRequired(substatus));
        expect(words.substatus.text).toMatch(/^[A-Z].+\.$/);
      }
    }
  });

  it("are ShipEngine's own words, whatever the pair", () => {
    for (const { status, substatus } of everyPair) {
      const words = toShipEngineWords(status, substatus);
      expect(SHIPENGINE_STATUS_CODES).toContain(words.status_code);
      if (words.status_detail_code !== null) expect(SHIPENGINE_STATUS_DETAIL_CODES).toContain(words.status_detail_code);
      expect(words.status_detail_description === null).toBe(words.status_detail_code === null);
    }
  });

  it("never call a parcel delivered that we do not", () => {
    for (const { status, substatus } of everyPair.filter((pair) => pair.status !== "delivered")) {
      expect(toShippoWords(status, substatus).status, `${status}/${substatus}`).not.toBe("DELIVERED");
      expect(toShipEngineWords(status, substatus).status_code, `${status}/${substatus}`).not.toBe("DE");
    }
  });

  it("say a delivery the way EasyPost does, which has no detail of that name", () => {
    expect(toEasyPostWords("delivered", "delivered_to_neighbour")).toEqual({
      status: "delivered",
      status_detail: "arrived_at_destination",
    });
  });

  it("spell a ShipEngine code out where a description is wanted", () => {
    expect(toShipEngineWords("in_transit", "arrived_at_facility")).toEqual({
      status_code: "IT",
      status_description: "In Transit",
      status_detail_code: "HUB_SCAN_IN",
      status_detail_description: "Hub scan in",
    });
  });
});
