import { describe, expect, it } from "vitest";
import { identifyParcel } from "./identify-parcel.ts";

const carrier = (word: string | null) => ({ word, path: "carrier" });
const number = (word: string | null) => ({ word, path: "tracking_code" });

describe("which parcel a payload is about", () => {
  it("takes the provider's own code for the carrier", () => {
    expect(identifyParcel("easypost", carrier("USPS"), number("9405 5118 9922 3197 4284 90"))).toEqual({
      kind: "parcel",
      carrier: "usps",
      trackingNumber: "9405511899223197428490",
      notes: [],
    });
    expect(identifyParcel("shipengine", carrier("stamps_com"), number("9405511899223197428490"))).toMatchObject({ carrier: "usps" });
  });

  it("asks the number where the vendor names no carrier", () => {
    expect(identifyParcel("shipengine", carrier(null), number("9405511899223197428490"))).toMatchObject({ carrier: "usps", notes: [] });
  });

  it("notes a carrier's name nobody knows, and asks the number", () => {
    expect(identifyParcel("easypost", carrier("PigeonPost"), number("1Z5R89390357567127"))).toMatchObject({
      carrier: "ups",
      notes: [{ field: "carrier", word: "PigeonPost" }],
    });
  });

  it("does not guess between carriers, and says what to do", () => {
    const reading = identifyParcel("easypost", carrier("PigeonPost"), number("123456"));
    expect(reading).toEqual({
      kind: "invalid",
      issues: [
        { path: "carrier", message: expect.stringMatching(/no carrier is known as "PigeonPost".*set this field to a carrier's code/) },
      ],
    });
  });

  it("says where the number is missing, or is none", () => {
    expect(identifyParcel("easypost", carrier("USPS"), number(null))).toMatchObject({
      issues: [{ path: "tracking_code", message: expect.stringContaining("missing") }],
    });
    expect(identifyParcel("easypost", carrier("USPS"), number("../../etc"))).toMatchObject({
      issues: [{ message: 'not a tracking number: "../../etc"' }],
    });
  });
});
