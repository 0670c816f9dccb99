import { expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { UserId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { type ListAuditEntriesInput, listAuditEntries } from "./list-audit-entries.ts";
import { openAuditEntry } from "./open-audit-entry.ts";

async function addUser(test: TestDatabase, name: string) {
  const user = { id: `usr_${name.toLowerCase()}` as UserId, name, email: `${name.toLowerCase()}@fern.example` };
  const at = test.clock.now();
  await test.db.kysely
    .insertInto("users")
    .values({ ...user, email_verified: 1, image: null, created_at: at, updated_at: at })
    .execute();
  return user;
}

async function rowsOf(test: TestDatabase, input: Omit<ListAuditEntriesInput, "page"> & { page?: object }) {
  const page = await listAuditEntries(test, { ...input, page: { limit: 20, ...input.page } });
  if (page.kind !== "page") throw new Error(page.kind);
  return page.rows;
}

describeOnEveryEngine("the audit log", (open) => {
  async function openLog() {
    const test = await open();
    const { id: merchantId } = await createMerchant(test, "fern");
    const ada = await addUser(test, "Ada");
    const bea = await addUser(test, "Bea");
    const act = async (user: typeof ada, action: string, subject?: string) => {
      test.clock.advanceMinutes(1);
      const entry = await openAuditEntry(test, { merchantId, user, action });
      if (subject) entry.note({ subject });
      await entry.close("done");
    };
    return { test, merchantId, ada, bea, act };
  }

  it("says who did what to what, when, and how it ended", async () => {
    const { test, merchantId, ada } = await openLog();
    const entry = await openAuditEntry(test, { merchantId, user: ada, action: "brand.publish" });
    expect(await rowsOf(test, { merchantId })).toMatchObject([{ outcome: "started", subject: null, details: {} }]);
    entry.note({ subject: "version 3", details: { fields: 2 } });
    await entry.close("done");
    expect(await rowsOf(test, { merchantId })).toEqual([
      {
        id: expect.stringMatching(/^aud_/),
        at: "2026-03-01T12:00:00Z",
        userId: "usr_ada",
        actor: "Ada <ada@fern.example>",
        action: "brand.publish",
        subject: "version 3",
        outcome: "done",
        details: { fields: 2 },
      },
    ]);
  });

  it("can be narrowed down to a person, to an action, or to both", async () => {
    const { test, merchantId, ada, bea, act } = await openLog();
    await act(ada, "key.create");
    await act(bea, "key.create");
    await act(bea, "key.revoke");
    const actors = async (filter: object) =>
      (await rowsOf(test, { merchantId, ...filter })).map(({ actor, action }) => `${actor[0]} ${action}`);
    expect(await actors({})).toEqual(["B key.revoke", "B key.create", "A key.create"]);
    expect(await actors({ userId: bea.id })).toEqual(["B key.revoke", "B key.create"]);
    expect(await actors({ action: "key.create" })).toEqual(["B key.create", "A key.create"]);
    expect(await actors({ userId: ada.id, action: "key.revoke" })).toEqual([]);
    expect(await actors({ userId: "\0", action: "\ud800" })).toEqual([]);
  });

  it("goes back page by page, and forth again", async () => {
    const { test, merchantId, ada, act } = await openLog();
    for (const subject of ["one", "two", "three"]) await act(ada, "key.create", subject);
    const first = await rowsOf(test, { merchantId, page: { limit: 2 } });
    expect(first.map(({ subject }) => subject)).toEqual(["three", "two"]);
    const older = await rowsOf(test, { merchantId, page: { limit: 2, beforeId: first[1]?.id } });
    expect(older.map(({ subject }) => subject)).toEqual(["one"]);
    expect(await rowsOf(test, { merchantId, page: { limit: 2, afterId: older[0]?.id } })).toEqual(first);
  });

  it("remembers in words who it was when the person is gone", async () => {
    const { test, merchantId, ada, act } = await openLog();
    await act(ada, "key.create");
    await test.db.kysely.deleteFrom("users").where("id", "=", ada.id).execute();
    expect(await rowsOf(test, { merchantId })).toMatchObject([{ userId: null, actor: "Ada <ada@fern.example>" }]);
  });

  it("is seen by its own shop only", async () => {
    const { test, merchantId, ada, act } = await openLog();
    await act(ada, "key.create");
    const [entry] = await rowsOf(test, { merchantId });
    const rival = await createMerchant(test, "rival");
    expect(await rowsOf(test, { merchantId: rival.id, userId: ada.id })).toEqual([]);
    const page = await listAuditEntries(test, { merchantId: rival.id, page: { limit: 5, beforeId: entry?.id as string } });
    expect(page).toEqual({ kind: "cursor_unknown" });
  });

  it.each([
    ["audit_entries_by_age", {}],
    ["audit_entries_by_user", { userId: "usr_ada" }],
    ["audit_entries_by_action", { action: "key.create" }],
  ])("is read from %s as it stands", async (index, filter) => {
    const { test, merchantId } = await openLog();
    const plan = await explainQueries(test, (kysely) =>
      listAuditEntries(
        { db: { ...test.db, kysely: kysely as typeof test.db.kysely } },
        { merchantId, ...filter, page: { limit: 5, createdUntil: "2026-03-01T12:00:00Z" as Instant } },
      ),
    );
    expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
    expect(plan).not.toMatch(/sort|temp b-tree/i);
  });
});
