import { ShipEngine } from "shipengine";
import { lookOn } from "./look-on.mjs";

const { input, see, tell } = lookOn();
const { origin: baseURL, testKey, productionKey } = input;
const client = (apiKey) => new ShipEngine({ apiKey, baseURL });
const test = client(testKey);

const track = (engine, carrierCode, trackingNumber) => engine.trackUsingCarrierCodeAndTrackingNumber({ carrierCode, trackingNumber });

await see("delivered", () => track(test, "usps", "EZ4000000004"));
await see("out for delivery", () => track(test, "usps", "EZ3000000003"));
await see("another code of the carrier", () => track(test, "stamps_com", "EZ4000000004"));
await see("delivered, in production", () => track(client(productionKey), "usps", "EZ4000000004"));
await see("not started", () => track(test, "ups", "1Z999AA10123456784"));
await see("bad carrier", () => track(test, "no_such_carrier", "1Z999AA10123456784"));
await see("bad number", () => track(test, "ups", "!"));
await see("no number", () => track(test, "ups", ""));
await see("bad key", () => track(client("nobody"), "ups", "1Z999AA10123456784"));
await see("label", () => test.trackUsingLabelId("se-1234"));
tell();
