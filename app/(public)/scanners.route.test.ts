import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import { subscriptionToken } from "#lib/subscriptions/subscription-token.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { dumpDatabase } from "#lib/testing/dump-database.ts";
import { createMerchant, easypostTracker, SARCOXIE } from "#lib/testing/factories.ts";
import { GET as NOTHING } from "./[...path]/route.ts";
import { GET as PARCEL } from "./[carrier]/[trackingNumber]/route.ts";
import { GET as CARD } from "./card.png/route.ts";
import { GET as EMBED } from "./embed/[carrier]/[trackingNumber]/route.ts";
import { GET as OEMBED } from "./oembed/route.ts";
import { GET as CONFIRM } from "./preferences/[token]/confirm/route.ts";
import { GET as PREFERENCES } from "./preferences/[token]/route.ts";
import { GET as UNSUBSCRIBE } from "./preferences/[token]/unsubscribe/route.ts";
import { GET as LOOKUP } from "./route.ts";
import { GET as MERCHANTS_PARCEL } from "./tracking/[merchant]/[carrier]/[trackingNumber]/route.ts";
import { GET as MERCHANTS_CARD } from "./tracking/[merchant]/card.png/route.ts";
import { GET as MERCHANTS_EMBED } from "./tracking/[merchant]/embed/[carrier]/[trackingNumber]/route.ts";
import { GET as MERCHANTS_LOOKUP } from "./tracking/[merchant]/route.ts";

const NUMBER = "9405511899223197428490";
const NOBODYS = "9400111111111111111111";

/** Who opens links before, beside and instead of people, as seen in servers' logs. */
const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
const SCANNERS: readonly [who: string, method: "GET" | "HEAD", headers: Record<string, string>][] = [
  ["Safe Links, looking whether it is there", "HEAD", { "user-agent": CHROME, accept: "*/*" }],
  ["Safe Links, opening it in a sandbox", "GET", { "user-agent": CHROME, accept: "text/html,application/xhtml+xml,*/*;q=0.8" }],
  ["BingPreview", "GET", { "user-agent": `${CHROME} BingPreview/1.0b`, accept: "text/html", "accept-language": "en-US" }],
  ["Proofpoint URL Defense", "GET", { "user-agent": CHROME, accept: "*/*", referer: "https://urldefense.com/v3/" }],
  ["Mimecast", "HEAD", { "user-agent": "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.0)", accept: "*/*" }],
  ["Barracuda", "GET", { "user-agent": "BarracudaCentral/1.0", accept: "*/*", connection: "close" }],
  ["a gateway without a name", "GET", {}],
  ["a gateway that wants the beginning only", "GET", { "user-agent": "python-requests/2.32.3", accept: "*/*", range: "bytes=0-1023" }],
  ["Slack", "GET", { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", range: "bytes=0-32768", accept: "*/*" }],
  ["Facebook and WhatsApp on the web", "GET", { "user-agent": "facebookexternalhit/1.1", range: "bytes=0-524287", accept: "*/*" }],
  ["WhatsApp", "GET", { "user-agent": "WhatsApp/2.23.20.0 A", accept: "*/*" }],
  ["iMessage", "GET", { "user-agent": `${CHROME} facebookexternalhit/1.1 Facebot Twitterbot/1.0` }],
  ["Chrome, before a tap", "GET", { "user-agent": CHROME, "sec-purpose": "prefetch;prerender", purpose: "prefetch" }],
  ["Firefox, before a tap", "GET", { "user-agent": "Mozilla/5.0 Firefox/132.0", "x-moz": "prefetch", "sec-fetch-mode": "no-cors" }],
  ["Gmail's image proxy", "GET", { "user-agent": "Mozilla/5.0 (via ggpht.com GoogleImageProxy)", accept: "image/*" }],
  [
    "a calendar",
    "GET",
    { "user-agent": "iOS/18.1 dataaccessd/1.0", accept: "text/calendar", "if-modified-since": "Sun, 01 Mar 2026 11:00:00 GMT" },
  ],
  ["a feed reader", "GET", { "user-agent": "FreshRSS/1.24", accept: "application/atom+xml", "if-none-match": 'W/"old"' }],
];

/** As the router reads an address. */
function route(path: string) {
  const segments = path.split("?")[0]?.slice(1).split("/").map(decodeURIComponent) ?? [];
  const [first = "", ...rest] = segments;
  const [carrier = "", trackingNumber = ""] = segments.slice(-2);
  if (path.startsWith("/?") || path === "/") return { handler: LOOKUP, params: {} };
  if (first === "oembed") return { handler: OEMBED, params: {} };
  if (first === "card.png") return { handler: CARD, params: {} };
  if (first === "tracking" && rest[1] === "card.png") return { handler: MERCHANTS_CARD, params: { merchant: rest[0] ?? "" } };
  if (first === "tracking" && rest[1] === "embed")
    return { handler: MERCHANTS_EMBED, params: { merchant: rest[0] ?? "", carrier, trackingNumber } };
  if (first === "tracking" && rest.length === 1) return { handler: MERCHANTS_LOOKUP, params: { merchant: rest[0] ?? "" } };
  if (first === "tracking" && rest.length === 3)
    return { handler: MERCHANTS_PARCEL, params: { merchant: rest[0] ?? "", carrier, trackingNumber } };
  if (first === "embed" && rest.length === 2) return { handler: EMBED, params: { carrier, trackingNumber } };
  if (first === "preferences") {
    const [token = "", page = ""] = rest;
    const handler = rest.length > 2 ? NOTHING : { "": PREFERENCES, confirm: CONFIRM, unsubscribe: UNSUBSCRIBE }[page];
    return { handler: handler ?? NOTHING, params: { token } };
  }
  if (segments.length === 2) return { handler: PARCEL, params: { carrier, trackingNumber } };
  return { handler: NOTHING, params: { path: segments } };
}

async function open(path: string, method: "GET" | "HEAD" = "GET", headers: Record<string, string> = {}): Promise<Response> {
  const { handler, params } = route(path);
  const request = new Request(`http://localhost:3000${path}`, { method, headers: { host: "localhost:3000", ...headers } });
  return (handler as (request: Request, context: { params: Promise<unknown> }) => Promise<Response>)(request, {
    params: Promise.resolve(params),
  });
}

async function tell(test: TestDatabase, merchantSlug: string | null) {
  const body = JSON.stringify(easypostTracker({ status: "delivered", signedBy: "A. TESTER", scans: [SARCOXIE] }));
  const outcome = await ingest(test, { provider: "easypost", merchantSlug, body });
  const [parcel] = outcome.kind === "ingested" ? outcome.parcels : [];
  return new URL(parcel?.privatePath ?? "", "http://localhost").searchParams.get("key") ?? "";
}

describeOnEveryEngine("whoever opens links without reading them", (openDatabase) => {
  it("changes nothing: every row of every table is as it was", async () => {
    const test = await openDatabase();
    const shop = await openShop(test, "fern");
    await shop.inPublic({ topics: ["delivered"] });
    const token = subscriptionToken(test, (await shop.only()).row.id);
    await createMerchant(test, "shown", {
      brand: { version: 1, name: "Shown", colors: { brand: "#1f5c46" }, embedOrigins: ["https://blog.example"] },
    });
    const key = await tell(test, null);
    await tell(test, "fern");
    await tell(test, "shown");
    provideTestServices(test);
    const links = [
      ...["", "/confirm", "/unsubscribe", ").", "?utm_source=mail"].map((page) => `/preferences/${token}${page}`),
      `/usps/${NUMBER}?key=${key}&lang=de&utm_source=klaviyo&_kx=a.b`,
      ...["", ".json", ".ics", ".atom", ".png?w=320&x=1"].map((form) => `/usps/${NUMBER}${form}`),
      `/usps/${NUMBER}.ics?key=${key}`,
      `/USPS/${NUMBER}%3Fkey%253D${key}).`,
      `/usps/${NOBODYS}?key=${key}`,
      `/embed/usps/${NUMBER}`,
      `/tracking/shown/embed/usps/${NUMBER}?key=${key}`,
      ...["json", "xml"].map((format) => `/oembed?url=http://localhost:3000/tracking/shown/usps/${NUMBER}?key=${key}&format=${format}`),
      `/usps/${NUMBER}.png?card=1`,
      "/card.png?lang=de",
      "/tracking/fern/card.png",
      `/tracking/fern/usps/${NUMBER}?key=${key}`,
      "/tracking/fern",
      `/?number=${NUMBER}`,
      "/pigeon/12345678",
      "/wp-login.php",
    ];
    const before = await dumpDatabase(test.db);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    for (const [who, method, headers] of SCANNERS) {
      const answers = await Promise.all([...links, ...links].map((link) => open(link, method, headers)));
      for (const answer of answers) {
        expect([200, 303, 308, 404], `${who}: ${answer.status}`).toContain(answer.status);
        expect(answer.headers.get("set-cookie"), who).toBeNull();
        await answer.arrayBuffer();
      }
    }
    expect(await dumpDatabase(test.db)).toEqual(before);
    expect((await open(`/preferences/${token.toUpperCase()}).`)).status).toBe(200);
    expect((await open(`/oembed?url=http://localhost:3000/tracking/shown/usps/${NUMBER}`)).status).toBe(200);
  }, 60_000);

  it("is answered with the whole, and with as many bytes as were announced", async () => {
    const test = await openDatabase();
    await tell(test, null);
    provideTestServices(test);
    for (const form of ["", ".json", ".ics", ".atom"]) {
      const whole = await open(`/usps/${NUMBER}${form}`, "GET", { range: "bytes=0-99" });
      expect([whole.status, whole.headers.get("content-range")]).toEqual([200, null]);
      expect((await whole.arrayBuffer()).byteLength).toBe(Number(whole.headers.get("x-waymark-body-length")));
      const head = await open(`/usps/${NUMBER}${form}`, "HEAD");
      expect(head.headers.get("x-waymark-body-length")).toBe(whole.headers.get("x-waymark-body-length"));
    }
  });
});

describeOnEveryEngine("a mailed link to a shopper's news that was mangled on its way", (openDatabase) => {
  it("still leads to its page", async () => {
    const test = await openDatabase();
    const shop = await openShop(test, "fern");
    await shop.inPublic();
    const token = subscriptionToken(test, (await shop.only()).row.id);
    provideTestServices(test);
    for (const page of ["confirm", "unsubscribe"]) {
      for (const end of [page.toUpperCase(), `${page}).`, `${page}%3E`, `${page}%3Futm_source=x`, `${page}%E3%80%82`, `${page}=`]) {
        const answer = await open(`/preferences/${token}/${end}?lang=de`);
        expect([answer.status, answer.headers.get("location")], end).toEqual([308, `/preferences/${token}/${page}?lang=de`]);
      }
    }
    for (const other of [`/preferences/${token}/settings`, `/preferences/${token}/confirm/confirm`, "/preferences/%00/confirm)"])
      expect((await open(other)).status, other).toBe(404);
  });
});

describeOnEveryEngine("a private link that was mangled on its way", (openDatabase) => {
  it("still opens its page, or at least the public one, and never an error", async () => {
    const test = await openDatabase();
    const key = await tell(test, null);
    provideTestServices(test);
    /** Follows as a browser does, at most a few times. */
    const follow = async (link: string) => {
      let answer = await open(link);
      for (let hops = 0; answer.status === 308 && hops < 3; hops++) answer = await open(answer.headers.get("location") ?? "");
      const html = (await answer.text()).toUpperCase();
      return { status: answer.status, seen: html.includes("TESTER") ? "private" : html.includes("SARCOXIE") ? "public" : "nothing" };
    };
    const whole = [
      `/usps/${NUMBER}?key=${key}&utm_source=x&utm_medium=email&mc_eid=1&fbclid=2`,
      `/usps/${NUMBER}?utm_campaign=a&amp;key=${key}`,
      `/USPS/${NUMBER}?KEY=${key.toUpperCase()}`,
      `/usps/${NUMBER}?key=3D${key}`,
      `/usps/${NUMBER}?key%3D${key}`,
      `/usps/${NUMBER}%3Fkey%3D${key}`,
      `/usps/${NUMBER}%253Fkey%253D${key}`,
      `/usps/${NUMBER}/%3Fkey=${key}`.replace("/%3F", "%2F%3F"),
      `/usps/${NUMBER}?lang=de%26key%3D${key}%3E`,
      `/usps/${NUMBER}?key=${key.slice(0, 16)}=%0D%0A${key.slice(16)}`,
      `/usps%2F${NUMBER}?key=${key}.`,
    ];
    for (const link of whole) expect(await follow(link), link).toEqual({ status: 200, seen: "private" });
    const broken = [
      `/usps/${NUMBER}?key=${key.slice(0, 31)}`,
      `/usps/${NUMBER}?key=${key}${key}`,
      `/usps/${NUMBER}?key=%E0%A4%A`,
      `/usps/${NUMBER}?key[]=${key}`,
      `/usps/${NUMBER}&&&==`,
      `/usps/${NUMBER}.,;)`,
    ];
    for (const link of broken) expect(await follow(link), link).toEqual({ status: 200, seen: "public" });
  });
});
