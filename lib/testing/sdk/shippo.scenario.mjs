import { Shippo } from "shippo";
import { lookOn } from "./look-on.mjs";

const { input, see, tell } = lookOn();
const { origin, testKey, productionKey, receiver } = input;
const client = (apiKeyHeader) => new Shippo({ apiKeyHeader, serverURL: origin, shippoApiVersion: "2018-02-08" });
const test = client(`ShippoToken ${testKey}`);
const production = client(`ShippoToken ${productionKey}`);

const webhook = await see("webhook created", () =>
  test.webhooks.createWebhook({ event: "track_updated", url: `${receiver}/by-sdk?token=abc`, isTest: true }),
);
await see("webhook of another event", () => test.webhooks.createWebhook({ event: "batch_created", url: receiver }));
await see("webhook to nowhere", () => test.webhooks.createWebhook({ event: "track_updated", url: "nowhere" }));
await see("webhook of the other mode", () => test.webhooks.createWebhook({ event: "track_updated", url: receiver, isTest: false }));
await see("webhook read", () => test.webhooks.getWebhook(webhook.objectId));
await see("webhook read in production", () => production.webhooks.getWebhook(webhook.objectId));
await see("webhooks listed", () => test.webhooks.listWebhooks());
await see("webhooks listed in production", () => production.webhooks.listWebhooks());

for (const status of ["PRE_TRANSIT", "TRANSIT", "DELIVERED", "RETURNED", "FAILURE", "UNKNOWN"]) {
  const trackingNumber = `SHIPPO_${status}`;
  await see(trackingNumber, () => test.trackingStatus.create({ carrier: "shippo", trackingNumber, metadata: "Order 000123" }));
}
await see("mock number read", () => test.trackingStatus.get("SHIPPO_DELIVERED", "shippo"));
await see("mock number in production", () => production.trackingStatus.create({ carrier: "shippo", trackingNumber: "SHIPPO_TRANSIT" }));

const parcel = { carrier: "usps", trackingNumber: "9205590164917312751089" };
await see("nobody's number read", () => production.trackingStatus.get(parcel.trackingNumber, parcel.carrier));
await see("number created", () => production.trackingStatus.create({ ...parcel, metadata: "Order 28002-A" }));
await see("number created again", () => production.trackingStatus.create(parcel));
await see("number read", () => production.trackingStatus.get(parcel.trackingNumber, parcel.carrier));
await see("number read by a bare key", () => client(productionKey).trackingStatus.get(parcel.trackingNumber, parcel.carrier));
await see("number read in test mode", () => test.trackingStatus.get(parcel.trackingNumber, parcel.carrier));

await see("bad carrier created", () => production.trackingStatus.create({ ...parcel, carrier: "EXAMPLE_OF_INVALID_CARRIER" }));
await see("bad carrier read", () => production.trackingStatus.get(parcel.trackingNumber, "EXAMPLE_OF_INVALID_CARRIER"));
await see("bad number", () => production.trackingStatus.create({ ...parcel, trackingNumber: "!" }));
await see("metadata too long", () => production.trackingStatus.create({ ...parcel, metadata: "x".repeat(101) }));
await see("bad key", () => client("ShippoToken shippo_test_nobody").trackingStatus.get(parcel.trackingNumber, parcel.carrier));

const other = await see("another webhook created", () => test.webhooks.createWebhook({ event: "all", url: `${receiver}/other` }));
await see("webhook updated", () =>
  test.webhooks.updateWebhook({ event: "track_updated", url: `${receiver}/moved`, active: false }, other.objectId),
);
await see("webhook deleted", () => test.webhooks.deleteWebhook(other.objectId));
await see("deleted webhook read", () => test.webhooks.getWebhook(other.objectId));
tell();
