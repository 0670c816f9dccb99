import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker, SARCOXIE } from "#lib/testing/factories.ts";
import { readCalendar } from "#lib/view/read-calendar.testing.ts";
import { readXml } from "#lib/view/read-xml.testing.ts";
import { GET } from "./route.ts";

const NUMBER = "9405511899223197428490";
const NOBODYS = "9400111111111111111111";

async function tell(test: TestDatabase, tracker: Parameters<typeof easypostTracker>[0] = {}, merchantSlug: string | null = null) {
  const body = JSON.stringify({ ...easypostTracker(tracker), est_delivery_date: "2026-03-04T00:00:00Z" });
  const outcome = await ingest(test, { provider: "easypost", merchantSlug, body });
  const [parcel] = outcome.kind === "ingested" ? outcome.parcels : [];
  return new URL(parcel?.privatePath ?? "", "http://localhost").searchParams.get("key") ?? "";
}

function visitor(test: TestDatabase) {
  const visit = createVisitor(test);
  return (path: string, headers?: Record<string, string>) => {
    const [, carrier = "", trackingNumber = ""] = path.split("?")[0]?.split("/") ?? [];
    return visit(GET, path, { carrier, trackingNumber }, headers);
  };
}

describeOnEveryEngine("a parcel's calendar", (open) => {
  it("holds one event at an address others can open, and a newer one of it after news", async () => {
    const test = await open();
    await createMerchant(test, "fern", { hosts: ["track.fern.example"] });
    await tell(test, {}, "fern");
    const visit = visitor(test);
    const read = async () => {
      const answer = await visit(`/usps/${NUMBER}.ics`, { host: "track.fern.example" });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
      return readCalendar(await answer.text()).events[0];
    };
    const [promised] = [await read()];
    await tell(test, { status: "delivered", updatedAt: "2026-03-01T11:30:00Z", scans: [SARCOXIE] }, "fern");
    const delivered = await read();
    expect(promised?.get("URL;VALUE=URI")).toBe(`http://track.fern.example:3000/usps/${NUMBER}`);
    expect(delivered?.get("UID")).toBe(promised?.get("UID"));
    expect(Number(delivered?.get("SEQUENCE"))).toBeGreaterThan(Number(promised?.get("SEQUENCE")));
    expect([promised?.get("STATUS"), delivered?.get("STATUS")]).toEqual(["TENTATIVE", "CONFIRMED"]);
  });

  it("is empty for a number that nobody registered yet, and a problem for a number that is none", async () => {
    const visit = visitor(await open());
    expect(readCalendar(await (await visit(`/usps/${NOBODYS}.ics`)).text()).events).toEqual([]);
    const wrong = await visit("/usps/x.ics");
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  it("says nothing of a key it was asked with, and is kept by nobody else", async () => {
    const test = await open();
    const key = await tell(test, { signedBy: "A. TESTER" });
    const answer = await visitor(test)(`/usps/${NUMBER}.ics?key=${key}`);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect((await answer.text()).replaceAll("\r\n ", "")).not.toContain(key);
  });
});

describeOnEveryEngine("a parcel's feed", (open) => {
  it("has the scans, and is answered with 304 until there is news", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test);
    const first = await visit(`/usps/${NUMBER}.atom?lang=de`);
    expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = readXml(await first.text());
    expect(feed.attributes["xml:lang"]).toBe("de");
    expect(feed.children.filter(({ name }) => name === "entry")).toHaveLength(1);
    const known = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await visit(`/usps/${NUMBER}.atom?lang=de`, known)).status).toBe(304);
    await tell(test, { status: "delivered", updatedAt: "2026-03-01T11:30:00Z", scans: [SARCOXIE] });
    expect((await visit(`/usps/${NUMBER}.atom?lang=de`, known)).status).toBe(200);
  });

  it("is valid and empty for a number that nobody registered yet", async () => {
    const feed = readXml(await (await visitor(await open())(`/usps/${NOBODYS}.atom`)).text());
    expect(feed.children.map(({ name }) => name)).toEqual(expect.not.arrayContaining(["entry"]));
  });

  it("tells another merchant's parcel and nobody's apart in nothing", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const key = await tell(test, {}, "fern");
    const visit = visitor(test);
    for (const form of ["ics", "atom"]) {
      const [theirs, nobodys] = await Promise.all(
        [NUMBER, NOBODYS].map(async (number) => (await (await visit(`/usps/${number}.${form}?key=${key}`)).text()).replaceAll(number, "N")),
      );
      expect(theirs).toBe(nobodys);
    }
  });
});
