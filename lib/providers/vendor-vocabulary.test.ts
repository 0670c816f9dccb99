import { describe, expect, it } from "vitest";
import { easypostVocabulary } from "./easypost/vocabulary.ts";
import { shipengineVocabulary } from "./shipengine/vocabulary.ts";
import { shippoVocabulary } from "./shippo/vocabulary.ts";
import { readVendorWords, type VendorVocabulary } from "./vendor-vocabulary.ts";

function words(vocabulary: VendorVocabulary, status: string | null, detail: string | null = null): string {
  const ours = readVendorWords(vocabulary, status, detail);
  return `${ours.status}/${ours.substatus}`;
}

describe("a word nobody knows", () => {
  it("is unknown and noted, never good news, even beside a detail that sounds good", () => {
    expect(readVendorWords(easypostVocabulary, "delivered_probably", "arrived_at_destination")).toEqual({
      status: "unknown",
      substatus: "unknown",
      notes: [{ field: "status", word: "delivered_probably" }],
    });
  });

  it("as a detail leaves the status its plain meaning, and is noted", () => {
    expect(readVendorWords(easypostVocabulary, "in_transit", "on_a_donkey")).toEqual({
      status: "in_transit",
      substatus: "in_transit",
      notes: [{ field: "status_detail", word: "on_a_donkey" }],
    });
  });

  it("is not found in what every object carries", () => {
    for (const word of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(readVendorWords(shipengineVocabulary, word, word)).toMatchObject({ status: "unknown", substatus: "unknown" });
    }
  });
});

describe("a status and its detail", () => {
  it("says nothing when the vendor says nothing", () => {
    expect(readVendorWords(shippoVocabulary, null, null)).toEqual({ status: "unknown", substatus: "unknown", notes: [] });
  });

  it("the detail alone is enough when the vendor leaves the status out", () => {
    expect(words(shipengineVocabulary, null, "HUB_SCAN_IN")).toBe("in_transit/arrived_at_facility");
  });

  it("where they disagree the status decides", () => {
    expect(words(easypostVocabulary, "in_transit", "out_for_delivery")).toBe("in_transit/in_transit");
    expect(words(shippoVocabulary, "TRANSIT", "delivered")).toBe("in_transit/in_transit");
    expect(words(shippoVocabulary, "DELIVERED", "information_received")).toBe("delivered/delivered");
  });

  it("the detail stays when it says why", () => {
    expect(words(easypostVocabulary, "failure", "weather_delay")).toBe("failure/weather_delay");
    expect(words(easypostVocabulary, "return_to_sender", "address_correction")).toBe("return_to_sender/address_correction");
    expect(words(easypostVocabulary, "available_for_pickup", "held")).toBe("available_for_pickup/held");
  });

  it("EasyPost's empty details `unknown` and `status_update` leave the status as it is", () => {
    expect(words(easypostVocabulary, "pre_transit", "status_update")).toBe("pre_transit/information_received");
    expect(words(easypostVocabulary, "return_to_sender", "unknown")).toBe("return_to_sender/return_to_sender");
  });

  it("a failed attempt with another to come stays in transit", () => {
    expect(words(easypostVocabulary, "in_transit", "delivery_exception")).toBe("in_transit/delivery_exception");
    expect(words(shippoVocabulary, "TRANSIT", "delivery_attempted")).toBe("in_transit/delivery_attempted");
    expect(words(shipengineVocabulary, "AT")).toBe("in_transit/delivery_attempted");
  });

  it("a parcel back at the sender is returned, whatever the vendor calls it", () => {
    expect(words(easypostVocabulary, "delivered", "return")).toBe("return_to_sender/returned");
    expect(words(shippoVocabulary, "DELIVERED", "return_to_sender")).toBe("return_to_sender/returned");
    expect(words(shipengineVocabulary, "DE", "UNDELIVERABLE_RETURNED_TO_SENDER")).toBe("return_to_sender/returned");
    expect(words(shipengineVocabulary, "DE", "REFUSED_BY_CUSTOMER")).toBe("return_to_sender/refused");
  });
});

describe("Shippo's six words", () => {
  it("are sharpened by the substatus where TRANSIT is too coarse", () => {
    expect(words(shippoVocabulary, "TRANSIT", "out_for_delivery")).toBe("out_for_delivery/out_for_delivery");
    expect(words(shippoVocabulary, "TRANSIT", "pickup_available")).toBe("available_for_pickup/pickup_available");
  });

  it("are read in the guide's spelling that lost its underscores, too", () => {
    expect(words(shippoVocabulary, "TRANSIT", "outfordelivery")).toBe("out_for_delivery/out_for_delivery");
    expect(words(shippoVocabulary, "RETURNED", "returntosender")).toBe("return_to_sender/return_to_sender");
  });
});

describe("ShipEngine's eight codes", () => {
  it("alone claim no more than they say", () => {
    expect(words(shipengineVocabulary, "NY")).toBe("unknown/awaiting_information");
    expect(words(shipengineVocabulary, "AC")).toBe("pre_transit/information_received");
    expect(words(shipengineVocabulary, "EX")).toBe("in_transit/transit_exception");
    expect(words(shipengineVocabulary, "SP")).toBe("available_for_pickup/arrived_at_pickup_location");
  });

  it("an exception is whatever its detail says it is", () => {
    expect(words(shipengineVocabulary, "EX", "PARCEL_LOST")).toBe("failure/lost");
    expect(words(shipengineVocabulary, "EX", "RETURN_TO_SENDER")).toBe("return_to_sender/return_to_sender");
    expect(words(shipengineVocabulary, "EX", "CARRIER_DELAYS")).toBe("in_transit/delayed");
    expect(words(shipengineVocabulary, "EX", "CANCELLED")).toBe("cancelled/cancelled");
    expect(words(shipengineVocabulary, "EX", "DELIVERED")).toBe("in_transit/transit_exception");
    expect(words(shipengineVocabulary, "EX", "UNSPECIFIED_EXCEPTION")).toBe("in_transit/transit_exception");
  });

  it("a parcel handed to a pick-up point is not delivered yet", () => {
    expect(words(shipengineVocabulary, "DE", "DELIVERED_TO_PICKUP_POINT")).toBe("available_for_pickup/arrived_at_pickup_location");
  });
});
