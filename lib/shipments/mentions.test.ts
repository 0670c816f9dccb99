import { describe, expect, it } from "vitest";
import { findTraces } from "./mentions.ts";

const isTold = findTraces({
  emails: ["Mia@shopper.example"],
  orderNumbers: ["28002", "#77", "A-1"],
  trackingNumbers: ["9405511899223197428490", "1ZAA"],
});

describe("what tells of a shopper", () => {
  it.each([
    ["an address, whatever its case", { to: [{ address: "MIA@SHOPPER.EXAMPLE" }] }],
    ["an address within a sentence", { note: "ask mia@shopper.example first" }],
    ["a tracking number", { result: { tracking_code: "9405511899223197428490" } }],
    ["a tracking number as people write it", { text: "9405 5118 9922 3197 4284 90" }],
    ["a tracking number in other letters, in an address", { url: "https://carrier.example/track/1zaa?x=1" }],
    ["an order's number", { data: { order_id: "28002" } }],
    ["an order's number that is a number", { data: { id: 28002 } }],
    ["an order's number with its sign", { name: "#28002" }],
    ["an order's number in a sentence", { message: "Order 28002, second parcel" }],
    ["a short number that is said to be an order's", { external_id: "77", reference: "a-1" }],
  ])("is %s", (_, body) => {
    expect(isTold(JSON.stringify(body))).toBe(true);
  });

  it.each([
    ["a short number that may be anything's", { quantity: 77, zip: "A-1" }],
    ["a longer number that begins like one", { order_id: "280021", tracking_code: "94055118992231974284" }],
    ["another's address", { email: "amia@shopper.example.org.uk".replace("mia@shopper.example", "noor@x") }],
    ["nothing at all", {}],
  ])("is not %s", (_, body) => {
    expect(isTold(JSON.stringify(body))).toBe(false);
  });

  it("is found in what is no JSON as well", () => {
    expect(isTold('{"order_id": 28002, "broken')).toBe(true);
    expect(isTold("number=9405511899223197428490&x=1")).toBe(true);
    expect(isTold("<order>77</order>")).toBe(false);
  });

  it("is seen through JSON's own spelling", () => {
    expect(isTold('{"mail":"mia\\u0040shopper.example"}')).toBe(true);
  });
});
