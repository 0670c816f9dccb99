import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import type { BrandInput } from "#lib/branding/brand.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker, SARCOXIE } from "#lib/testing/factories.ts";
import { GET as GET_PAGE } from "../../../[carrier]/[trackingNumber]/route.ts";
import { GET as GET_OF_MERCHANT } from "../../../tracking/[merchant]/embed/[carrier]/[trackingNumber]/route.ts";
import { GET } from "./route.ts";

const NUMBER = "9405511899223197428490";
const NOBODYS = "9400111111111111111111";
const fern: BrandInput = {
  version: 1,
  name: "Fern & Fable",
  colors: { brand: "#1f5c46" },
  embedOrigins: ["https://fern.example", "https://*.fern.example"],
};

async function openShop(test: TestDatabase, slug: string, brand: BrandInput, parcel: Parameters<typeof easypostTracker>[0] = {}) {
  await createMerchant(test, slug, { hosts: [`track.${slug}.example`], brand });
  const outcome = await ingest(test, { provider: "easypost", merchantSlug: slug, body: JSON.stringify(easypostTracker(parcel)) });
  if (outcome.kind !== "ingested" || !outcome.parcels[0]) throw new Error(`not ingested: ${JSON.stringify(outcome)}`);
  const key = new URL(outcome.parcels[0].privatePath, "http://localhost").searchParams.get("key") ?? "";
  const visit = createVisitor(test);
  const host = `track.${slug}.example`;
  const see = (path: string, headers: Record<string, string> = {}) => {
    const [, , carrier = "", trackingNumber = ""] = path.split("?")[0]?.split("/").map(decodeURIComponent) ?? [];
    return visit(GET, path, { carrier, trackingNumber }, { host, ...headers });
  };
  return { key, see, visit, host };
}

const policyOf = (answer: Response) => /frame-ancestors ([^;]*)$/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];

describeOnEveryEngine("an embed's address", (open) => {
  it("shows the news and the way to the page, without what else stands on it", async () => {
    const { see } = await openShop(await open(), "fern", { ...fern, footerText: "Bound by hand", support: { phone: "+1 555 0100" } });
    const answer = await see(`/embed/usps/${NUMBER}?lang=en`);
    const html = await answer.text();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(html).toContain("Las Vegas");
    expect(html).toContain(`href="/usps/${NUMBER}?lang=en"`);
    for (const chrome of ["<header", "<footer", "<nav", "Bound by hand", "555 0100"]) expect(html).not.toContain(chrome);
  });

  it("may be framed by the shop's sites and by nobody else, and the page by nobody at all", async () => {
    const { see, visit, host } = await openShop(await open(), "fern", fern);
    const [embed, page] = await Promise.all([
      see(`/embed/usps/${NUMBER}`),
      visit(GET_PAGE, `/usps/${NUMBER}`, { carrier: "usps", trackingNumber: NUMBER }, { host }),
    ]);
    expect(policyOf(embed)).toBe("https://fern.example https://*.fern.example");
    expect(policyOf(page)).toBe("'none'");
    for (const answer of [embed, page]) expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(await embed.text()).toContain('data-origins="https://fern.example https://*.fern.example"');
    expect(await page.text()).not.toContain("fern.example https://");
  });

  it("may be framed by nobody where a shop names none, and by no other shop's sites", async () => {
    const test = await open();
    const [bare, one] = [
      await openShop(test, "bare", { ...fern, embedOrigins: [] }),
      await openShop(test, "other", { ...fern, embedOrigins: ["https://other.example"] }),
    ];
    expect(policyOf(await bare.see(`/embed/usps/${NUMBER}`))).toBe("'none'");
    expect(policyOf(await one.see(`/embed/usps/${NUMBER}`))).toBe("https://other.example");
  });

  it("says in the same small way what is not known, not there, or asked too often, to the same sites", async () => {
    const { see } = await openShop(await open(), "fern", fern);
    const answers = await Promise.all([`/embed/usps/${NOBODYS}`, "/embed/pigeon/12345678", "/embed/usps/x"].map((path) => see(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    for (const answer of answers) {
      expect(policyOf(answer)).toBe("https://fern.example https://*.fern.example");
      const html = await answer.text();
      expect(html).toContain('data-form="embed"');
      for (const chrome of ["<header", "<footer", "<form"]) expect(html).not.toContain(chrome);
    }
  });

  it("goes through the page's gate: a right key leads on to the private page and stays with its viewer, a wrong one is none", async () => {
    const { key, see } = await openShop(await open(), "fern", fern, { status: "delivered", signedBy: "A. TESTER", scans: [SARCOXIE] });
    const seen = async (query: string) => {
      const answer = await see(`/embed/usps/${NUMBER}${query}`);
      const html = await answer.text();
      const link = /class="embed-link" href="([^"]*)"/.exec(html)?.[1];
      return { link, kept: answer.headers.get("cache-control")?.split(",")[0], referrer: answer.headers.get("referrer-policy") };
    };
    const bare = { link: `/usps/${NUMBER}`, kept: "public", referrer: "no-referrer" };
    expect(await seen("")).toEqual(bare);
    expect(await seen(`?key=${"0".repeat(32)}`)).toEqual(bare);
    expect(await seen(`?key=${key}`)).toEqual({ ...bare, link: `/usps/${NUMBER}?key=${key}`, kept: "private" });
  });

  it("answers 304 to who has this very embed, and never for the page's tag", async () => {
    const { see, visit, host } = await openShop(await open(), "fern", fern);
    const etag = (await see(`/embed/usps/${NUMBER}`)).headers.get("etag") ?? "";
    expect((await see(`/embed/usps/${NUMBER}`, { "if-none-match": etag })).status).toBe(304);
    const page = await visit(GET_PAGE, `/usps/${NUMBER}`, { carrier: "usps", trackingNumber: NUMBER }, { host });
    expect((await see(`/embed/usps/${NUMBER}`, { "if-none-match": page.headers.get("etag") ?? "" })).status).toBe(200);
  });

  it("is another embed once another site may show it, for a parcel as for none", async () => {
    const test = await open();
    const { see } = await openShop(test, "fern", fern);
    const paths = [`/embed/usps/${NUMBER}`, `/embed/usps/${NOBODYS}`];
    const tags = await Promise.all(paths.map(async (path) => (await see(path)).headers.get("etag") ?? ""));
    await createMerchant(test, "fern", { hosts: ["track.fern.example"], brand: { ...fern, embedOrigins: ["https://new.example"] } });
    for (const [index, path] of paths.entries()) {
      const answer = await see(path, { "if-none-match": tags[index] ?? "" });
      expect([answer.status, (await answer.text()).includes('data-origins="https://new.example"')]).toEqual([200, true]);
    }
  });

  it("has one spelling, on a shop's own host and below its slug", async () => {
    const { see, visit } = await openShop(await open(), "fern", fern);
    const redirect = await see("/embed/USPS/9405-5118-9922-3197-4284-90?lang=de");
    expect([redirect.status, redirect.headers.get("location")]).toEqual([308, `/embed/usps/${NUMBER}?lang=de`]);
    const params = { merchant: "fern", carrier: "usps", trackingNumber: NUMBER };
    const below = await visit(GET_OF_MERCHANT, `/tracking/fern/embed/usps/${NUMBER}`, params);
    expect(below.status).toBe(200);
    expect(await below.text()).toContain(`href="/tracking/fern/usps/${NUMBER}"`);
    const nobodys = await visit(GET_OF_MERCHANT, `/tracking/none/embed/usps/${NUMBER}`, { ...params, merchant: "none" });
    expect([nobodys.status, policyOf(nobodys)]).toEqual([404, "'none'"]);
  });
});
