import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, day, inPlace, instant, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { TrackerSnapshot } from "./snapshot.ts";

const derive = (...snapshots: TrackerSnapshot[]) => deriveTracker(snapshots.reduce(foldSnapshot, EMPTY_FACTS), anIdentity);

describe("the UPS parcel whose delivery is dated before its scans", () => {
  const sanFrancisco = inPlace({ city: "SAN FRANCISCO", region: "CA", country: "US" });
  const pacific = (local: string, utc: string) => wallClock(local, { zone: "America/Los_Angeles", utc });
  const announced = aScan({
    status: "pre_transit",
    substatus: "information_received",
    message: "BILLING INFORMATION RECEIVED",
    time: wallClock("2014-11-21T14:24:00"),
  });
  const onTheVan = aScan({
    status: "out_for_delivery",
    substatus: "out_for_delivery",
    message: "OUT FOR DELIVERY",
    time: pacific("2014-11-24T08:10:00", "2014-11-24T16:10:00Z"),
    place: sanFrancisco,
  });
  const delivery = aScan({
    status: "delivered",
    substatus: "delivered",
    message: "DELIVERED",
    time: pacific("2014-11-19T10:51:54", "2014-11-19T18:51:54Z"),
    place: sanFrancisco,
  });
  const promise = { on: day("2014-11-27"), from: null, until: null };
  const tracker = derive(
    aSnapshot({
      asOf: instant("2014-11-19T10:51:54Z"),
      status: "delivered",
      substatus: "delivered",
      estimatedDelivery: promise,
      signedBy: "John Tester",
      scans: [announced, onTheVan, delivery],
    }),
  );

  it("is delivered, since the vendor says so", () => {
    expect(tracker).toMatchObject({ status: "delivered", isFinal: true, signedBy: "John Tester", estimatedDelivery: promise });
  });

  it("shows its scans by the time they were given, the odd one last", () => {
    expect(tracker.scans.map(({ message }) => message)).toEqual(["OUT FOR DELIVERY", "BILLING INFORMATION RECEIVED", "DELIVERED"]);
    expect(tracker.deliveredTime).toEqual(delivery.time);
  });
});

describe("the USPS journey from Las Vegas to Sarcoxie", () => {
  const lasVegas = inPlace({ city: "LAS VEGAS", region: "NV", country: "US" });
  const sarcoxie = inPlace({ city: "SARCOXIE", region: "MO", postalCode: "64862", country: "US" });
  const pickedUp = aScan({
    substatus: "picked_up",
    message: "USPS picked up item",
    time: timeWithOffset("2021-09-16T14:06:00-07:00"),
    place: lasVegas,
  });
  const origin = aScan({
    substatus: "received_at_origin_facility",
    message: "Arrived at USPS Regional Origin Facility",
    time: timeWithOffset("2021-09-16T19:41:00-07:00"),
    place: lasVegas,
  });
  const moving = aScan({ message: "In Transit to Next Facility", time: wholeDay("2021-09-18") });
  const postOffice = aScan({
    substatus: "received_at_destination_facility",
    message: "Arrived at Post Office",
    time: timeWithOffset("2021-09-20T07:59:00-05:00"),
    place: sarcoxie,
  });
  const onTheVan = aScan({
    status: "out_for_delivery",
    substatus: "out_for_delivery",
    message: "Out for Delivery",
    time: timeWithOffset("2021-09-20T08:10:00-05:00"),
    place: sarcoxie,
  });
  const told = (...scans: TrackerSnapshot["scans"]) =>
    aSnapshot({ provider: "shipengine", asOf: null, scans, status: scans[0]?.status ?? "unknown" });
  const early = told(origin, pickedUp);
  const later = told(onTheVan, postOffice, moving, origin, pickedUp);

  it("reads from the van back to the pick-up, with the day without a time on its own day", () => {
    expect(derive(later).scans.map(({ message }) => message)).toEqual([
      "Out for Delivery",
      "Arrived at Post Office",
      "In Transit to Next Facility",
      "Arrived at USPS Regional Origin Facility",
      "USPS picked up item",
    ]);
  });

  it("is out for delivery even when the older picture arrives last", () => {
    expect(derive(later, early)).toEqual(derive(early, later));
    expect(derive(later, early)).toMatchObject({ status: "out_for_delivery", newsAt: "2021-09-20T13:10:00Z" });
  });
});

describe("an order platform and its label provider telling of one parcel", () => {
  it("shows the label provider's scans and the newer word of the two", () => {
    const shipped = aSnapshot({ provider: "shipment_notify", asOf: instant("2022-03-01T12:00:00.123Z") });
    const carried = aSnapshot({
      asOf: instant("2022-03-02T12:00:00Z"),
      status: "out_for_delivery",
      substatus: "out_for_delivery",
      scans: [aScan({ time: timeWithOffset("2022-03-02T08:00:00-06:00") })],
    });
    const arrived = aSnapshot({
      provider: "shipment_notify",
      asOf: instant("2022-03-02T21:00:00Z"),
      status: "delivered",
      substatus: "delivered",
    });
    const tracker = derive(arrived, carried, shipped);
    expect(tracker).toMatchObject({ status: "delivered", deliveredTime: null, vendor: { provider: "shipment_notify" } });
    expect(tracker.scans).toHaveLength(1);
  });
});
