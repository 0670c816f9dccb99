import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { MAX_IMPORT_BYTES } from "#lib/imports/create-import.ts";
import type { ImportPlan } from "#lib/imports/import-plan.ts";
import { loadDraft } from "#lib/imports/preview-import.ts";
import { startImport } from "#lib/imports/start-import.ts";
import type { Role } from "#lib/shared/role.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET as exportParcels } from "../exports/parcels/route.ts";
import { GET as readProblems } from "./[id]/problems/route.ts";
import { GET as readProgress } from "./[id]/route.ts";
import { POST } from "./route.ts";
import { GET as readTemplate } from "./template/route.ts";

const NUMBER = "9400100109361129278357";

async function openShop(test: TestDatabase, slug: string, role: Role) {
  provideTestServices(test);
  const { id: merchantId } = await createMerchant(test, slug);
  const created = await createUser(test, { name: "Ann", email: `ann@${slug}.example`, password: "turquoise-walnut-ferry-42" });
  if (created.kind !== "created") throw new Error(created.kind);
  await addMember(test, { merchantId, userId: created.userId, role });
  const { cookies } = await startSession(test, { userId: created.userId, headers: new Headers({ "user-agent": "test" }) });
  const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
  const headers = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin", cookie };
  const requestOf = (query: Record<string, string>, init: RequestInit = {}) =>
    new Request(`http://localhost:3000/admin/x?${new URLSearchParams({ merchant: slug, ...query })}`, { headers, ...init });
  const context = { params: Promise.resolve({}) };
  const one = (id: string) => ({ params: Promise.resolve({ id }) });
  return {
    merchantId,
    async upload(body: string | Uint8Array, query: Record<string, string> = {}) {
      const response = await POST(requestOf(query, { method: "POST", body: body as BodyInit }), context);
      return [response.status, (await response.json()) as { id: string; detail: string }] as const;
    },
    progress: (id: string) => readProgress(requestOf({}), one(id)),
    problems: (id: string) => readProblems(requestOf({}), one(id)),
    exported: (query: Record<string, string> = {}) => exportParcels(requestOf(query), context),
    template: () => readTemplate(requestOf({}), context),
    async take(text: string) {
      const [, { id }] = await this.upload(text, { name: "parcels.csv" });
      const draft = await loadDraft(test, { merchantId, id });
      await startImport(test, { merchantId, id, plan: draft?.guess as ImportPlan });
      await test.runJobs();
      return id;
    },
  };
}

describeOnEveryEngine("files of parcels over HTTP", (open) => {
  it("are kept until somebody starts them, and tell how far they have come", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "editor");
    const [status, { id }] = await shop.upload(`tracking\n${NUMBER}\nwrong!\n`, { name: "my parcels.csv", mode: "test" });
    expect(status).toBe(200);
    expect(await (await shop.progress(id)).json()).toMatchObject({ state: "draft", rowCount: 2, doneCount: 0, isStalled: false });
    expect(await loadDraft(test, { merchantId: shop.merchantId, id })).toMatchObject({
      import: { mode: "test", fileName: "my parcels.csv" },
    });
  });

  it("are refused in words where they are none, too large, or from somebody who may only look", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "editor");
    expect(await shop.upload("")).toMatchObject([422, { detail: "The file is empty." }]);
    expect(await shop.upload(new Uint8Array(MAX_IMPORT_BYTES + 1))).toMatchObject([413, { detail: expect.stringContaining("20 MB") }]);
    const viewer = await openShop(test, "moss", "viewer");
    expect((await viewer.upload(`tracking\n${NUMBER}\n`))[0]).toBe(403);
    expect(await test.db.kysely.selectFrom("imports").select("id").execute()).toEqual([]);
  });

  it("give back what is to be mended, and what is in", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const id = await shop.take(`tracking,order\n${NUMBER},#1\n=1+1,#2\n`);
    expect(await (await shop.problems(id)).text()).toMatch(/^tracking,order,What is wrong\r\n'=1\+1,#2,This is no tracking number/);
    const exported = await shop.exported();
    expect(exported.headers.get("content-disposition")).toBe('attachment; filename="fern-parcels-2026-03-01.csv"');
    const text = await exported.text();
    expect(text).toContain(`\r\n${NUMBER},usps,#1,unknown,`);
    expect(text).not.toContain("key=");
    expect(await (await shop.exported({ links: "private" })).text()).toContain("?key=");
    expect(await (await shop.exported({ status: "delivered" })).text()).not.toContain(NUMBER);
    expect((await shop.exported({ status: "lost" })).status).toBe(400);
  });

  it("give a table to fill in, in which every example can be read", async () => {
    const shop = await openShop(await open(), "fern", "editor");
    const id = await shop.take(await (await shop.template()).text());
    expect(await (await shop.progress(id)).json()).toMatchObject({ state: "done", createdCount: 3, failedCount: 0 });
  });

  it("tell private links to no viewer, and nothing at all to another shop", async () => {
    const test = await open();
    const shop = await openShop(test, "fern", "editor");
    const id = await shop.take(`tracking\n${NUMBER}\nwrong!\n`);
    const rival = await openShop(test, "night", "owner");
    for (const response of [await rival.progress(id), await rival.problems(id)]) expect(response.status).toBe(404);
    expect(await (await rival.exported({ links: "private" })).text()).not.toContain(NUMBER);
    expect((await rival.exported({ merchant: "fern" })).status).toBe(404);
    const viewer = await openShop(test, "moss", "viewer");
    expect((await viewer.exported({ links: "private" })).status).toBe(403);
    expect((await viewer.exported()).status).toBe(200);
  });
});
