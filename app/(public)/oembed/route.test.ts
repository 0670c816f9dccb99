import { expect, it } from "vitest";
import { createVisitor, type VisitorOptions } from "#app/_server/visit.testing.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker, SARCOXIE } from "#lib/testing/factories.ts";
import { oembedXml } from "#lib/view/build-oembed.ts";
import { GET as GET_PAGE } from "../[carrier]/[trackingNumber]/route.ts";
import { GET } from "./route.ts";

const NUMBER = "9405511899223197428490";
const HOST = "track.fern.example";
const PAGE = `https://${HOST}/usps/${NUMBER}`;
/** With the port of the installation's own address. */
const ORIGIN = `http://${HOST}:3000`;

async function openShops(test: TestDatabase, options?: VisitorOptions) {
  const brand = { version: 1 as const, name: "Fern & Fable", colors: { brand: "#1f5c46" }, embedOrigins: ["https://fern.example"] };
  await createMerchant(test, "fern", { hosts: [HOST], brand });
  await createMerchant(test, "closed", { hosts: ["track.closed.example"] });
  const body = JSON.stringify(easypostTracker({ status: "delivered", signedBy: "A. TESTER", scans: [SARCOXIE] }));
  const outcomes = await Promise.all(["fern", "closed"].map((merchantSlug) => ingest(test, { provider: "easypost", merchantSlug, body })));
  const [fern] = outcomes;
  if (fern?.kind !== "ingested" || !fern.parcels[0]) throw new Error(`not ingested: ${JSON.stringify(outcomes)}`);
  const key = new URL(fern.parcels[0].privatePath, "http://localhost").searchParams.get("key") ?? "";
  const visit = createVisitor(test, options);
  const ask = (query: Record<string, string>, host = HOST) => visit(GET, `/oembed?${new URLSearchParams(query)}`, {}, { host });
  const openPage = async (host: string, query = "") => {
    const page = await visit(GET_PAGE, `/usps/${NUMBER}${query}`, { carrier: "usps", trackingNumber: NUMBER }, { host });
    return /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(await page.text())?.[1];
  };
  return { ask, key, openPage };
}

describeOnEveryEngine("who asks by oEmbed what to show for a page", (open) => {
  it("gets a frame of the embed, sandboxed and titled, and what it is of", async () => {
    const { ask } = await openShops(await open());
    const answer = await ask({ url: PAGE });
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("access-control-allow-origin")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "*",
    ]);
    expect(await answer.json()).toEqual({
      version: "1.0",
      type: "rich",
      title: "Delivered · Fern & Fable",
      provider_name: "Fern & Fable",
      provider_url: `${ORIGIN}/`,
      cache_age: 300,
      width: 560,
      height: 440,
      html: expect.stringMatching(
        new RegExp(
          `^<iframe src="${ORIGIN}/embed/usps/${NUMBER}" title="Track parcel ${NUMBER}" width="560" height="440" sandbox="[^"]+"[^<>]*></iframe>$`,
        ),
      ),
      thumbnail_url: `${ORIGIN}/usps/${NUMBER}.png?card=1&v=b028d1c2d0f6e9db`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it("is told on the page where to ask, without its key, and not at all where nobody may show it", async () => {
    const { ask, key, openPage } = await openShops(await open());
    const href = (await openPage(HOST, `?key=${key}`)) ?? "";
    expect(href).toMatch(new RegExp(`^${ORIGIN}/oembed\\?url=`));
    expect(href).not.toContain(key);
    const { host, searchParams } = new URL(href);
    expect((await ask(Object.fromEntries(searchParams), host)).status).toBe(200);
    expect(await openPage("track.closed.example")).toBeUndefined();
  });

  it("gets nothing larger than it has room for", async () => {
    const { ask } = await openShops(await open());
    const oembed = await (await ask({ url: PAGE, maxwidth: "400", maxheight: "300" })).json();
    expect(oembed).toMatchObject({ width: 400, height: 300, html: expect.stringContaining('width="400" height="300"') });
    expect(oembed).toMatchObject({
      thumbnail_url: expect.stringContaining(".png?card=1&w=400&v="),
      thumbnail_width: 400,
      thumbnail_height: 210,
    });
    expect(await (await ask({ url: PAGE, maxwidth: "120" })).json()).not.toHaveProperty("thumbnail_url");
  });

  it("gets the same as XML, escaped, and 501 for what we do not write", async () => {
    const { ask } = await openShops(await open());
    const answer = await ask({ url: PAGE, format: "xml" });
    expect(answer.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const xml = await answer.text();
    expect(xml).toContain("<provider_name>Fern &amp; Fable</provider_name>");
    expect(xml).toContain("<html>&lt;iframe src=&quot;");
    const oembed = {
      version: "1.0",
      type: "rich",
      provider_name: "",
      provider_url: "",
      cache_age: 1,
      html: "",
      width: 1,
      height: 1,
    } as const;
    expect(oembedXml({ ...oembed, title: "a\ufffeb\u0001 & <c>" })).toContain("<title>ab &amp; &lt;c&gt;</title>");
    for (const format of ["yaml", "constructor"]) expect((await ask({ url: PAGE, format })).status).toBe(501);
  });

  it("keeps the language and theme that were asked for, and never the key, nor what only that shows", async () => {
    const { ask, key } = await openShops(await open());
    const text = await (await ask({ url: `${PAGE}?key=${key}&lang=de&theme=dark` })).text();
    expect(text).toContain(`/embed/usps/${NUMBER}?lang=de&amp;theme=dark`);
    expect(text).toContain("Zugestellt");
    expect(text.toUpperCase()).not.toContain("TESTER");
    expect(text).not.toContain(key);
  });

  it("gets the embed of a number that nobody registered yet, too, as of anybody else's", async () => {
    const { ask } = await openShops(await open());
    const nobodys = PAGE.replace(NUMBER, "9400111111111111111111");
    expect(await (await ask({ url: nobodys })).json()).toMatchObject({
      type: "rich",
      title: "Not in the carrier’s system yet · Fern & Fable",
    });
  });

  it.each([
    "https://track.closed.example/usps/9405511899223197428490",
    "https://elsewhere.example/usps/9405511899223197428490",
    `https://${HOST}:8443/usps/${NUMBER}`,
    `ftp://${HOST}/usps/${NUMBER}`,
    `https://${HOST}/`,
    `https://${HOST}/pigeon/12345678`,
    `${PAGE}.json`,
    `https://${HOST}/tracking/none/usps/${NUMBER}`,
    "no address",
  ])("gets nothing for what is not ours to show: %s", async (url) => {
    const { ask } = await openShops(await open());
    const answer = await ask({ url });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
  });

  it("gets nothing of a shop that lets nobody show its pages, and is told what is missing from a question", async () => {
    const { ask } = await openShops(await open());
    expect((await ask({ url: `https://track.closed.example/usps/${NUMBER}` }, "track.closed.example")).status).toBe(404);
    expect((await ask({})).status).toBe(400);
  });

  it("has to wait as on the page when it asks too often", async () => {
    const { ask } = await openShops(await open(), { rateLimitPerMinute: 1 });
    await ask({ url: PAGE });
    const answer = await ask({ url: PAGE });
    expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
  });
});
