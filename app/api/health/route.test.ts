import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { GET } from "./route.ts";

describeOnEveryEngine("GET /api/health", (open) => {
  it("is well while pages can be served, and says so to whoever asks next", async () => {
    createVisitor(await open());
    const answer = await GET();
    expect([answer.status, await answer.json(), answer.headers.get("cache-control")]).toEqual([200, { status: "ok" }, "no-store"]);
  });

  it("is unavailable when the database is", async () => {
    const test = await open();
    const broken = { ...test, db: { ...test.db, read: () => Promise.reject(new Error("the disk is gone")) } };
    createVisitor(broken);
    const answer = await GET();
    expect([answer.status, await answer.json()]).toEqual([503, { status: "unavailable" }]);
  });
});
