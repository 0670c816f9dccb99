import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CARRIERS, type CarrierSlug, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import { createFakeProviderServer, type FakeProviderServer } from "#lib/testing/fake-provider-server.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { POLLED_PROVIDERS, type PolledProvider, recordedBody, vendorBody } from "#lib/testing/vendor-bodies.ts";
import { onlySnapshotOf } from "./contract.samples.ts";
import type { ClientAnswer, ClientContext, ParcelToAskFor, ProviderClient } from "./provider.ts";
import { providers } from "./registry.ts";
import { RESTRICTED_CARRIERS } from "./shippo/restricted-carriers.data.ts";

const NUMBER = "9405511899223197428490";
const parcel: ParcelToAskFor = { carrier: "usps" as CarrierSlug, trackingNumber: NUMBER, vendorTrackerId: null };
const KEY = "key_of_fern";

let server: FakeProviderServer;
let http: HttpClient;

beforeAll(async () => {
  server = await createFakeProviderServer();
  http = createHttpClient({ allowPrivateTargets: false });
});
afterAll(async () => {
  await http.close();
  await server.close();
});
afterEach(() => {
  server.forget();
});

function clientOf(provider: PolledProvider): ProviderClient {
  const { client } = providers[provider];
  if (client === null) throw new Error(`${provider} has no client`);
  return client;
}

function contextOf(provider: PolledProvider, changes: Partial<ClientContext> = {}): ClientContext {
  return { http, baseUrl: server[`${provider}Url`], apiKey: KEY, ...changes };
}

function readAnswer(provider: PolledProvider, answer: ClientAnswer) {
  if (answer.kind !== "payload") throw new Error(`expected a payload: ${JSON.stringify(answer)}`);
  return onlySnapshotOf(providers[provider].read(JSON.parse(answer.body)));
}

describe.each(POLLED_PROVIDERS)("%s, asked through its client,", (provider) => {
  const client = clientOf(provider);
  const tell = (body: Record<string, unknown> | null) => server.tell(provider, NUMBER, body);

  it("answers what it knows, in a payload that it reads itself", async () => {
    tell(vendorBody(provider, { trackingNumber: NUMBER, status: "out_for_delivery" }));
    const snapshot = readAnswer(provider, await client.fetch(contextOf(provider), parcel));
    expect(snapshot).toMatchObject({ provider, carrier: "usps", trackingNumber: NUMBER, status: "out_for_delivery" });
    expect(snapshot.scans).toHaveLength(1);
  });

  it("is asked with the key, and with nothing of ours but that", async () => {
    tell(vendorBody(provider, { trackingNumber: NUMBER, status: "in_transit" }));
    await client.watch(contextOf(provider), parcel);
    await client.fetch(contextOf(provider), parcel);
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
    for (const request of server.requests) expect(request).toMatchObject({ provider, apiKey: KEY });
    expect(JSON.stringify(server.requests.map(({ target, body }) => [target, body]))).not.toContain(KEY);
  });

  it("is asked to follow a parcel twice, and takes no harm", async () => {
    tell(vendorBody(provider, { trackingNumber: NUMBER, status: "in_transit" }));
    for (let time = 0; time < 2; time += 1) {
      expect(["payload", "accepted"]).toContain((await client.watch(contextOf(provider), parcel)).kind);
    }
  });

  it("does not know every parcel", async () => {
    tell(null);
    expect(await client.fetch(contextOf(provider), parcel)).toEqual({ kind: "not_found", problem: expect.stringMatching(/\.$/) });
  });

  it("is not asked for a carrier it has no code for", async () => {
    const stranger = CARRIERS.find((carrier) => providerCodeOf(carrier, provider) === null);
    if (stranger === undefined) throw new Error("every carrier has a code");
    for (const verb of ["watch", "fetch"] as const) {
      const answer = await client[verb](contextOf(provider), { ...parcel, carrier: stranger.slug });
      expect(answer).toEqual({ kind: "unsupported", problem: expect.stringContaining(stranger.name) });
    }
    expect(server.requests).toEqual([]);
  });

  it.each([
    ["401", "unauthorized", { kind: "unauthorized" }],
    ["402", "payment", { kind: "unauthorized" }],
    ["403", "forbidden", { kind: "unauthorized" }],
    ["404", "not_found", { kind: "not_found" }],
    ["429 with seconds", "rate_limited", { kind: "rate_limited", retryAfterMs: 90_000 }],
    ["429 with a date", "rate_limited_until", { kind: "rate_limited", retryAfterMs: 120_000 }],
    ["429 without a word", "rate_limited_silently", { kind: "rate_limited", retryAfterMs: null }],
    ["500", "broken", { kind: "unavailable" }],
    ["503", "maintenance", { kind: "unavailable" }],
    ["200 with a web page", "html", { kind: "unavailable" }],
    ["half of its JSON", "truncated", { kind: "unavailable" }],
    ["a line that is cut", "cut_off", { kind: "unavailable" }],
    ["more than anybody could read", "endless", { kind: "unavailable" }],
    ["a redirect", "redirect", { kind: "unavailable" }],
  ] as const)("answers %s, and it is known what follows", async (_, fault, expected) => {
    tell(vendorBody(provider, { trackingNumber: NUMBER, status: "in_transit" }));
    server.fail(fault);
    for (const verb of ["watch", "fetch"] as const) {
      const answer = await client[verb](contextOf(provider), parcel);
      expect(answer).toMatchObject(expected);
      if ("problem" in answer) expect(answer.problem).toMatch(/^[A-Z][^<{]*\.$/);
    }
  });

  it("is given up when it does not answer in time", async () => {
    server.fail("hung");
    const hurried: HttpClient = { ...http, request: (request) => http.request({ ...request, timeoutMs: 100 }) };
    const answer = await client.fetch(contextOf(provider, { http: hurried }), parcel);
    expect(answer).toEqual({ kind: "unavailable", problem: expect.stringContaining("no answer within") });
  });

  it("is unavailable where nobody listens", async () => {
    const answer = await client.fetch(contextOf(provider, { baseUrl: "http://127.0.0.1:1" }), parcel);
    expect(answer).toEqual({ kind: "unavailable", problem: expect.stringContaining("refused") });
  });

  it.each(["", "two words", "line\r\nbreak", "clé", "k\u0000"])("is not asked with a key that can be none: %j", async (apiKey) => {
    expect(await client.fetch(contextOf(provider, { apiKey }), parcel)).toMatchObject({ kind: "unauthorized" });
    expect(server.requests).toEqual([]);
  });

  it("gets every number whole, whatever stands in it", async () => {
    const odd = "A/B?C&D E#F%2E../";
    await client.watch(contextOf(provider), { ...parcel, trackingNumber: odd });
    await client.fetch(contextOf(provider), { ...parcel, trackingNumber: odd });
    for (const { target, body } of server.requests) {
      const spelled = `${target} ${body}`;
      expect(
        [encodeURIComponent(odd), new URLSearchParams({ n: odd }).toString().slice(2), JSON.stringify(odd)].some((form) =>
          spelled.includes(form),
        ),
      ).toBe(true);
    }
  });
});

describe.each(POLLED_PROVIDERS)(`%s, asked through its client, over ${sharedFixtures.label},`, (provider) => {
  it.skipIf(!sharedFixtures.present)("answers as it was recorded, and reads it", async () => {
    const body = recordedBody(provider) ?? {};
    const trackingNumber = String(body.tracking_code ?? body.tracking_number);
    server.tell(provider, trackingNumber, body);
    const snapshot = readAnswer(provider, await clientOf(provider).fetch(contextOf(provider), { ...parcel, trackingNumber }));
    expect(snapshot.trackingNumber).toBe(trackingNumber);
    expect(snapshot.scans.length).toBeGreaterThan(0);
  });
});

describe("EasyPost", () => {
  it("is asked by the tracker's own id where that is known, and by the number where the id is gone", async () => {
    server.tell("easypost", NUMBER, vendorBody("easypost", { trackingNumber: NUMBER, status: "in_transit" }));
    const byId = { ...parcel, vendorTrackerId: `trk_${NUMBER}` };
    await clientOf("easypost").fetch(contextOf("easypost"), byId);
    await clientOf("easypost").fetch(contextOf("easypost"), { ...byId, vendorTrackerId: "trk_gone" });
    expect(server.requests.map(({ target }) => target)).toEqual([
      `/trackers/trk_${NUMBER}`,
      "/trackers/trk_gone",
      `/trackers?tracking_code=${NUMBER}&carrier=USPS&page_size=1`,
    ]);
  });

  it("says of a number it does not take why, and is not asked for it again", async () => {
    server.tell("easypost", NUMBER, null);
    const answer = await clientOf("easypost").watch(contextOf("easypost"), parcel);
    expect(answer).toEqual({ kind: "unsupported", problem: "EasyPost does not accept this tracking number." });
  });
});

describe("what a merchant should know beforehand", () => {
  it("names each carrier that Shippo follows on conditions, by a name of the catalog and a code of Shippo's", () => {
    for (const slug of Object.keys(RESTRICTED_CARRIERS)) {
      const carrier = findCarrier(slug);
      expect(carrier && providerCodeOf(carrier, "shippo"), slug).toBeTruthy();
      expect(clientOf("shippo").explainRestriction(slug as CarrierSlug)).toContain(carrier?.name);
    }
    expect(Object.keys(RESTRICTED_CARRIERS)).toHaveLength(27);
  });

  it("is nothing for USPS at Shippo or EasyPost, but the account and the plan at ShipEngine", () => {
    expect(clientOf("shippo").explainRestriction(parcel.carrier)).toBeNull();
    expect(clientOf("easypost").explainRestriction(parcel.carrier)).toBeNull();
    expect(clientOf("shipengine").explainRestriction(parcel.carrier)).toMatch(/connected to your ShipEngine account.*Advanced plan/);
  });
});
