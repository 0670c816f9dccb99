import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

async function setUp(test: TestDatabase) {
  provideTestServices(test);
  await createMerchant(test, "fern", { hosts: ["parcels.fern.example"] });
  return async (query: string) => {
    const answer = await GET(new Request(`http://localhost:3000/api/domains/ask${query}`));
    return { status: answer.status, body: await answer.text() };
  };
}

describeOnEveryEngine("a reverse proxy that asks about a host", (open) => {
  it.each(["parcels.fern.example", "PARCELS.fern.example.", "fern.localhost", "localhost"])("hears yes for %s", async (host) => {
    const ask = await setUp(await open());
    expect(await ask(`?domain=${host}`)).toEqual({ status: 200, body: "" });
  });

  it.each([
    "?domain=evil.example",
    "?domain=",
    "",
    "?domain=%00",
    "?domain=parcels.fern.example.evil.example",
    `?domain=${"a".repeat(5000)}`,
  ])("hears no for %s, and nothing more", async (query) => {
    const ask = await setUp(await open());
    expect(await ask(query)).toEqual({ status: 404, body: "" });
  });

  it("costs one question to the database", async () => {
    const test = await open();
    const reads: string[] = [];
    const ask = await setUp({
      ...test,
      db: {
        ...test.db,
        read: (query) => {
          reads.push(query.sql);
          return test.db.read(query);
        },
      },
    });
    await ask("?domain=parcels.fern.example");
    expect(reads).toHaveLength(1);
  });
});
