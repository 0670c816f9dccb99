import type { StagedPlaceName } from "#lib/providers/test-numbers/places.data.ts";
import type { StagedScan } from "#lib/providers/test-numbers/vendor-payloads.ts";

/** What carriers scan on nearly every journey, by day from today. */

export const label = (day: number, place: StagedPlaceName = "nowhere"): StagedScan => [
  day,
  "17:42",
  place,
  "pre_transit",
  "label_created",
  "Shipping label created, awaiting item",
];
export const accepted = (day: number, place: StagedPlaceName): StagedScan => [
  day,
  "14:06",
  place,
  "in_transit",
  "received_at_origin_facility",
  "Picked up from the shipper",
];
export const departed = (day: number, time: string, place: StagedPlaceName): StagedScan => [
  day,
  time,
  place,
  "in_transit",
  "departed_facility",
  "Departed regional facility",
];
export const arrived = (day: number, time: string, place: StagedPlaceName): StagedScan => [
  day,
  time,
  place,
  "in_transit",
  "arrived_at_facility",
  "Arrived at regional facility",
];
export const atDestination = (day: number, place: StagedPlaceName): StagedScan => [
  day,
  "22:40",
  place,
  "in_transit",
  "arrived_at_destination",
  "Arrived at local delivery depot",
];
export const outForDelivery = (day: number, place: StagedPlaceName): StagedScan => [
  day,
  "07:10",
  place,
  "out_for_delivery",
  "out_for_delivery",
  "Out for delivery",
];

export const westToMidwest = (from: number): StagedScan[] => [
  label(from, "lasVegas"),
  accepted(from + 1, "lasVegas"),
  [from + 1, "19:41", "lasVegasHub", "in_transit", "arrived_at_facility", "Arrived at regional origin facility"],
  departed(from + 2, "04:20", "lasVegas"),
  arrived(from + 3, "22:18", "kansasCity"),
  departed(from + 4, "03:02", "kansasCity"),
];
