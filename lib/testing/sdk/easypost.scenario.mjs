import { createServer } from "node:http";
import EasyPost from "@easypost/api";
import { lookOn } from "./look-on.mjs";

const { input, see, tell } = lookOn();
const { origin, testKey, productionKey } = input;
const client = (key) => new EasyPost(key, { baseUrl: `${origin}/v2/` });
const test = client(testKey);
const production = client(productionKey);

const UPS = "1Z999AA10123456784";
const USPS = "9405511899223197428490";
/** Composed; its user writes it decomposed, which is one and the same to EasyPost. */
const SECRET = "s\u00e9cret";

for (const digit of [1, 2, 3, 4, 5, 6, 7]) {
  const tracking_code = `EZ${digit}00000000${digit}`;
  await see(tracking_code, () => test.Tracker.create({ tracking_code, carrier: "USPS" }));
}
await see("test code without carrier", () => test.Tracker.create({ tracking_code: "EZ4000000004" }));
await see("real code in test mode", () => test.Tracker.create({ tracking_code: USPS, carrier: "USPS" }));
await see("test code in production", () => production.Tracker.create({ tracking_code: "EZ1000000001", carrier: "USPS" }));

const first = await see("trackers, first page", () => test.Tracker.all({ page_size: 2 }));
let page = await see("trackers, second page", () => test.Tracker.getNextPage(first));
for (let pages = 0; page?.has_more && pages < 10; pages++) {
  page = await see(`trackers, ${page.trackers.at(-1).tracking_code} and on`, () => test.Tracker.getNextPage(page));
}
await see("trackers, beyond the last page", () => test.Tracker.getNextPage(page));
await see("trackers of one code", () => test.Tracker.all({ tracking_code: "EZ3000000003" }));
await see("trackers without a page size, next page", async () =>
  test.Tracker.getNextPage({ ...(await test.Tracker.all()), has_more: true }),
);
await see("page of nothing", () => test.Tracker.all({ page_size: 0 }));
await see("batch", () => test.Tracker.retrieveBatch({ tracking_codes: ["EZ4000000004", "EZ1000000001"] }));

const doomed = await test.Tracker.create({ tracking_code: "EZ7000000007", carrier: "UPS" });
await see("deleted", () => test.Tracker.delete(doomed.id));
await see("deleted one retrieved", () => test.Tracker.retrieve(doomed.id));
await see("deleted one deleted again", () => test.Tracker.delete(doomed.id));

await see("no tracking code", () => production.Tracker.create({ carrier: "UPS" }));
await see("bad tracking code", () => production.Tracker.create({ tracking_code: "!", carrier: "UPS" }));
await see("bad carrier", () => production.Tracker.create({ tracking_code: UPS, carrier: "Acme Rockets" }));
await see("mistyped code", () => production.Tracker.create({ tracking_code: "1Z999AA10123456785", carrier: "UPS" }));
await see("code of nobody", () => production.Tracker.create({ tracking_code: "NOBODY_KNOWS_1" }));
await see("code of several", () => production.Tracker.create({ tracking_code: "987654321010" }));
await see("bad key", () => client("EZTKnobody").Tracker.all());
await see("no such address", () => test.Parcel.retrieve("prcl_1"));
await see("no such method", () => test.makeApiCall("put", "trackers"));

const shop = await startShop();
const webhook = await see("webhook created", () =>
  production.Webhook.create({ url: `${shop.url}/hook`, webhook_secret: SECRET, custom_headers: [{ name: "X-Shop", value: "fern" }] }),
);
await see("webhook retrieved", () => production.Webhook.retrieve(webhook.id));
await see("webhook updated", () => production.Webhook.update(webhook.id, { custom_headers: [{ name: "X-Shop", value: "night" }] }));
const spare = await see("spare webhook created", () => production.Webhook.create({ url: `${shop.url}/spare` }));
await see("webhooks listed", () => production.Webhook.all());
await see("webhooks listed in test mode", () => test.Webhook.all());
await see("webhook without url", () => production.Webhook.create({}));
await see("webhook to nowhere", () => production.Webhook.create({ url: "nowhere" }));
await see("webhook deleted", () => production.Webhook.delete(spare.id));
await see("deleted webhook retrieved", () => production.Webhook.retrieve(spare.id));

const tracker = await see("carrier detected", () => production.Tracker.create({ tracking_code: USPS }));
await see("created again", () => production.Tracker.create({ tracking_code: USPS, carrier: "USPS" }));
await see("retrieved", () => production.Tracker.retrieve(tracker.id));
await see("retrieved in test mode", () => test.Tracker.retrieve(tracker.id));
await see("webhook of the creation", () => validated("tracker.created"));

// Our clock counts seconds: the update shall be younger than the creation.
await new Promise((resolve) => setTimeout(resolve, 1100));
await see("scans pushed", async () => (await pushScans(tracker.id)).status);
const event = await see("webhook of the update", () => validated("tracker.updated"));
await see("webhook with another secret", async () => {
  const { body, headers } = await shop.waitFor("tracker.updated");
  return production.Utils.validateWebhook(body, headers, "another secret");
});

await see("events listed", () => production.Event.all({ page_size: 1 }));
await see("events, next page", async () => production.Event.getNextPage(await production.Event.all({ page_size: 1 })));
await see("event retrieved", () => untilDelivered(event.id));
const payloads = await see("payloads listed", () => production.Event.retrieveAllPayloads(event.id));
await see("payload retrieved", () => production.Event.retrievePayload(event.id, payloads[0].id));
await see("no such payload", () => production.Event.retrievePayload(event.id, "payload_11111111111111111111111111111111"));
await see("event retrieved in test mode", () => test.Event.retrieve(event.id));

const user = await see("user", () => production.User.retrieveMe());
await see("user by id", () => production.User.retrieve(user.id));
await see("brand updated", () =>
  production.User.updateBrand(user.id, { color: "#123456", theme: "theme2", logo_href: "https://fern.example/" }),
);
await see("brand with a bad colour", () => production.User.updateBrand(user.id, { color: "greenish" }));
await see("brand with a picture", () => production.User.updateBrand(user.id, { logo: "data:image/png;base64,iVBORw0KGgo=" }));
await see("brand updated in test mode", () => test.User.updateBrand(user.id, { color: "#654321" }));

await shop.close();
tell();

/** What a merchant's server does with a webhook: nothing but the client's own validator. */
async function validated(description) {
  const { body, headers } = await shop.waitFor(description);
  const event = production.Utils.validateWebhook(body, headers, SECRET.normalize("NFD"));
  return { ...event, shopHeader: headers["x-shop"], text: body.toString("utf8") };
}

function pushScans(id) {
  const scan = { status: "out_for_delivery", message: "On the van", occurred_at: "2026-03-02T08:10:00-06:00" };
  return fetch(`${origin}/api/v1/trackers/${id}/scans`, {
    method: "POST",
    headers: { authorization: `Bearer ${productionKey}`, "content-type": "application/json" },
    body: JSON.stringify({ scans: [scan], weight_oz: 16 }),
  });
}

/** Our answer to a delivery is on record a moment after the receiver has it. */
async function untilDelivered(id) {
  for (let tries = 0; ; tries++) {
    const event = await production.Event.retrieve(id);
    if (event.pending_urls.length === 0 || tries === 100) return event;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startShop() {
  const received = [];
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request);
    received.push({ body: Buffer.concat(chunks), headers: request.headers });
    response.end("thanks");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async waitFor(description) {
      for (let tries = 0; tries < 400; tries++) {
        const found = received.find(({ body }) => JSON.parse(body).description === description);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no ${description} came, of ${received.length} webhooks`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
