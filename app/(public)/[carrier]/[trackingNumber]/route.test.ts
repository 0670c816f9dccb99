import { expect, it, vi } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { trackingNewsSchema } from "#lib/contracts/tracking-json.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker, SARCOXIE } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

const NUMBER = "9405511899223197428490";
const NOBODYS = "9400111111111111111111";

async function tell(test: TestDatabase, tracker: Parameters<typeof easypostTracker>[0] = {}, merchantSlug: string | null = null) {
  const outcome = await ingest(test, { provider: "easypost", merchantSlug, body: JSON.stringify(easypostTracker(tracker)) });
  if (outcome.kind !== "ingested" || !outcome.parcels[0]) throw new Error(`not ingested: ${JSON.stringify(outcome)}`);
  const [parcel] = outcome.parcels;
  return { ...parcel, key: new URL(parcel.privatePath, "http://localhost").searchParams.get("key") ?? "" };
}

function visitor(test: TestDatabase, options?: Parameters<typeof createVisitor>[1]) {
  const visit = createVisitor(test, options);
  return (path: string, headers?: Record<string, string>) => {
    const [carrier = "", trackingNumber = ""] = path.split("?")[0]?.slice(1).split("/").map(decodeURIComponent) ?? [];
    return visit(GET, path, { carrier, trackingNumber }, headers);
  };
}

describeOnEveryEngine("a parcel's address", (open) => {
  it("shows the page, which anybody may keep for a moment and no search engine at all", async () => {
    const test = await open();
    await tell(test);
    const answer = await visitor(test)(`/usps/${NUMBER}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": expect.stringContaining("public"),
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
      vary: "Accept-Encoding, Accept-Language",
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).toContain("Las Vegas");
  });

  it("tells the same as data, in the documented shape", async () => {
    const test = await open();
    await tell(test);
    const answer = await visitor(test)(`/usps/${NUMBER}.json`);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(trackingNewsSchema.parse(await answer.json())).toMatchObject({ tracking_number: NUMBER, status: "in_transit" });
  });

  it.each([
    [`/USPS/${NUMBER}`, `/usps/${NUMBER}`],
    ["/usps/9405%205118-9922-3197-4284-90", `/usps/${NUMBER}`],
    [`/usps/${NUMBER}.JSON?lang=de&utm_source=mail`, `/usps/${NUMBER}.json?lang=de`],
  ])("leads from another spelling to the canonical one: %s", async (asked, canonical) => {
    const answer = await visitor(await open())(asked);
    expect([answer.status, answer.headers.get("location"), await answer.text()]).toEqual([308, canonical, ""]);
  });

  it("keeps a redirect that carries a key out of every cache", async () => {
    const key = "7f3kz0m9c2vq8x1a5ndr4tghwyj6bpse";
    const answer = await visitor(await open())(`/USPS/${NUMBER}?key=${key}`);
    expect([answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([
      `/usps/${NUMBER}?key=${key}`,
      "private, no-store",
    ]);
  });

  it.each(["/pigeon/12345678", "/usps/x", "/usps/a%00b"])("is a 404 in the brand where there is none: %s", async (path) => {
    const answer = await visitor(await open())(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("Parcel tracking");
  });

  it("answers a program that asks for data in kind, even where there is none", async () => {
    const answer = await visitor(await open())("/pigeon/12345678.json");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status: 404, title: expect.any(String) });
  });

  it("is friendly about a number that nobody registered yet, as page and as data", async () => {
    const visit = visitor(await open());
    const page = await visit(`/usps/${NOBODYS}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Not in the carrier’s system yet");
    expect(trackingNewsSchema.parse(await (await visit(`/usps/${NOBODYS}.json`)).json())).toMatchObject({ status: "unknown", events: [] });
  });

  it("tells another merchant's parcel and nobody's apart in nothing", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const { key } = await tell(test, {}, "fern");
    const visit = visitor(test);
    for (const query of ["", `?key=${key}`]) {
      const [theirs, nobodys] = await Promise.all([NUMBER, NOBODYS].map((number) => visit(`/usps/${number}.json${query}`)));
      const told = async (answer: Response | undefined, number: string) => {
        const { etag: _, "x-request-id": __, ...headers } = Object.fromEntries(answer?.headers ?? []);
        const grouped = number.replace(/(.{4})(?=.)/g, "$1 ");
        return { status: answer?.status, headers, text: (await answer?.text())?.replaceAll(number, "N").replaceAll(grouped, "N") };
      };
      expect(await told(theirs, NUMBER)).toEqual(await told(nobodys, NOBODYS));
    }
  });

  it("shows who signed with the key only, and a wrong key shows the public page", async () => {
    const test = await open();
    const { key } = await tell(test, { status: "delivered", signedBy: "A. TESTER", scans: [SARCOXIE] });
    const other = await tell(test, { trackingCode: NOBODYS });
    const visit = visitor(test);
    const seen = async (query: string) => {
      const answer = await visit(`/usps/${NUMBER}${query}`);
      return [(await answer.text()).toUpperCase().includes("TESTER"), answer.headers.get("cache-control")?.split(",")[0]];
    };
    expect(await seen(`?key=${key}`)).toEqual([true, "private"]);
    for (const wrong of ["", "?key=", "?key=wrong", `?key=${other.key}`, `?key=${key.slice(1)}`, `?key=wrong&key=${key}`]) {
      expect(await seen(wrong), wrong).toEqual([false, "public"]);
    }
  });

  it("answers 304 to who has this very page, and the page again once there is news", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test);
    const etag = (await visit(`/usps/${NUMBER}`)).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/".+"$/);
    const again = await visit(`/usps/${NUMBER}`, { "if-none-match": `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    await tell(test, { status: "delivered", updatedAt: "2026-03-01T11:30:00Z", scans: [SARCOXIE] });
    expect((await visit(`/usps/${NUMBER}`, { "if-none-match": etag })).status).toBe(200);
  });

  it("never takes the public page's tag for the private page", async () => {
    const test = await open();
    const { key } = await tell(test);
    const visit = visitor(test);
    const etag = (await visit(`/usps/${NUMBER}`)).headers.get("etag") ?? "";
    expect((await visit(`/usps/${NUMBER}?key=${key}`, { "if-none-match": etag })).status).toBe(200);
  });

  it("changes nothing in the books by being opened", async () => {
    const test = await open();
    const { key } = await tell(test);
    const books = () => test.db.kysely.selectFrom("trackers").selectAll().execute();
    const before = await books();
    const visit = visitor(test);
    for (const path of [`/usps/${NUMBER}`, `/usps/${NUMBER}?key=${key}`, `/usps/${NOBODYS}`]) await visit(path);
    expect(await books()).toEqual(before);
  });

  it("says to wait when one address asks too often, as page and as data, and lets others in", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test, { rateLimitPerMinute: 2 });
    const from = (address: string, form = "") => visit(`/usps/${NUMBER}${form}`, { "x-forwarded-for": address });
    const answers = [await from("203.0.113.9"), await from("203.0.113.9"), await from("203.0.113.9"), await from("203.0.113.9", ".json")];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answers.slice(2).map(({ headers }) => headers.get("content-type"))).toEqual([
      "text/html; charset=utf-8",
      "application/problem+json",
    ]);
    expect((await from("203.0.113.10")).status).toBe(200);
  });

  it("stays calm over a broken document: 500 in the shop's look, no word of why, and the reason in the log", async () => {
    const test = await open();
    const merchant = await createMerchant(test, "fern", { hosts: ["track.fern.example"] });
    const { trackerId } = await tell(test, {}, "fern");
    await updateTracker(test.db.kysely, { id: trackerId, merchantId: merchant.id }, { document: "{ broken" });
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const answer = await visitor(test, { logLevel: "error" })(`/usps/${NUMBER}`, { host: "track.fern.example" });
    stdout.mockRestore();
    const html = await answer.text();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([500, "no-store"]);
    expect(html).toContain("Shop fern");
    expect(html).not.toMatch(/SyntaxError|broken|\.ts:\d/);
    expect(written.join("")).toContain("SyntaxError");
  });
});

describeOnEveryEngine("the log's line for a visit", (open) => {
  it("holds neither number nor key nor query", async () => {
    const test = await open();
    const { key } = await tell(test);
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    await visitor(test, { logLevel: "info" })(`/usps/${NUMBER}?key=${key}&lang=de`, { "x-forwarded-for": "203.0.113.9" });
    stdout.mockRestore();
    const [line = "{}", ...rest] = written;
    expect(rest).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({ route: "tracking", method: "GET", status: 200 });
    for (const secret of [NUMBER, key, "lang", "203.0.113"]) expect(line).not.toContain(secret);
  });
});
