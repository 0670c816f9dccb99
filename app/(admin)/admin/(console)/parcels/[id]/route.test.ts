import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { listTrackerPayloads } from "#lib/shipments/inspect-tracker.ts";
import { NUMBER, openBooks } from "#lib/shipments/news.testing.ts";
import { saveOrder } from "#lib/shipments/save-order.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostEvent, easypostTracker } from "#lib/testing/factories.ts";
import { GET as getPage } from "./page-view/route.ts";
import { GET as getPayload } from "./payloads/[payload]/route.ts";

const BODY = JSON.stringify(easypostEvent("evt_1", easypostTracker({ signedBy: "<script>alert(1)</script>" })));

async function openShop(test: TestDatabase, slug: string) {
  provideTestServices(test);
  const { caller, register } = await openBooks(test, slug);
  const { id } = await register();
  const parcels = [{ carrier: "usps", tracking_number: NUMBER }];
  await saveOrder(test, { caller, order: { external_id: `ORDER-OF-${slug}`, parcels } });
  await ingest(test, { provider: "easypost", merchantSlug: slug, body: BODY });
  const [payload] = await listTrackerPayloads(test, { caller, id });
  const created = await createUser(test, { name: "Ann", email: `ann@${slug}.example`, password: "turquoise-walnut-ferry-42" });
  if (created.kind !== "created") throw new Error(created.kind);
  await addMember(test, { merchantId: caller.merchantId, userId: created.userId, role: "viewer" });
  const { cookies } = await startSession(test, { userId: created.userId, headers: new Headers({ "user-agent": "test" }) });
  const headers = { host: "localhost:3000", cookie: cookies.map((each) => each.split(";")[0]).join("; ") };
  const request = (query: string, as = headers) => new Request(`http://localhost:3000/admin/parcels/x?${query}`, { headers: as });
  return {
    caller,
    id,
    payloadId: payload?.id ?? "",
    page: (query: string, parcel: string = id, as = headers) => getPage(request(query, as), { params: Promise.resolve({ id: parcel }) }),
    payload: (query: string, which: { id: string; payload: string }, as = headers) =>
      getPayload(request(query, as), { params: Promise.resolve(which) }),
    nobody: { host: "localhost:3000", cookie: "" },
  };
}

describeOnEveryEngine("a parcel's page in the console", (open) => {
  it("is the page itself, with or without the private link", async () => {
    const shop = await openShop(await open(), "fern");
    const [own, everybodys] = [await shop.page("merchant=fern&tier=private"), await shop.page("merchant=fern&tier=public")];
    expect([own.status, everybodys.status]).toEqual([200, 200]);
    expect(await own.text()).toContain("ORDER-OF-fern");
    expect(await everybodys.text()).not.toContain("ORDER-OF-fern");
  });

  it("may be framed by the console alone, is kept nowhere, and leads nowhere", async () => {
    const shop = await openShop(await open(), "fern");
    const response = await shop.page("merchant=fern&tier=private");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/; sandbox allow-scripts allow-same-origin$/);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toContain(`<base target="_blank">`);
  });

  it("is nobody else's", async () => {
    const test = await open();
    const theirs = await openShop(test, "night");
    const mine = await openShop(test, "fern");
    expect((await mine.page("merchant=night", theirs.id)).status).toBe(404);
    expect((await mine.page("merchant=fern", theirs.id)).status).toBe(404);
    expect((await mine.page("merchant=fern&mode=test")).status).toBe(404);
    expect((await mine.page("merchant=fern", "trk_none")).status).toBe(404);
    expect((await mine.page("merchant=fern", mine.id, mine.nobody)).status).toBe(401);
    await deleteTracker(test, { caller: mine.caller, id: mine.id });
    expect((await mine.page("merchant=fern")).status).toBe(404);
  });
});

describeOnEveryEngine("a raw payload", (open) => {
  it("is downloaded byte by byte, and never shown as a page", async () => {
    const shop = await openShop(await open(), "fern");
    const response = await shop.payload("merchant=fern", { id: shop.id, payload: shop.payloadId });
    expect(await response.text()).toBe(BODY);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${shop.payloadId}.json"`);
    expect(response.headers.get("content-security-policy")).toBe("sandbox");
  });

  it("is nobody else's, and no other parcel's", async () => {
    const test = await open();
    const theirs = await openShop(test, "night");
    const mine = await openShop(test, "fern");
    const status = async (query: string, which: { id: string; payload: string }, as?: typeof mine.nobody) =>
      (await mine.payload(query, which, as)).status;
    const own = { id: mine.id, payload: mine.payloadId };
    expect(await status("merchant=night", { id: theirs.id, payload: theirs.payloadId })).toBe(404);
    expect(await status("merchant=fern", { id: theirs.id, payload: theirs.payloadId })).toBe(404);
    expect(await status("merchant=fern", { ...own, payload: theirs.payloadId })).toBe(404);
    expect(await status("merchant=fern&mode=test", own)).toBe(404);
    expect(await status("merchant=fern", { ...own, payload: "../../etc" })).toBe(404);
    expect(await status("merchant=fern", own, mine.nobody)).toBe(401);
  });
});
