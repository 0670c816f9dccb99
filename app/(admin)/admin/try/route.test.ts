import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { findSession } from "#lib/accounts/find-session.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { GET, POST } from "./route.ts";

const ADDRESS = "203.0.113.7";

function setUp(test: TestDatabase, demo = true) {
  provideTestServices(test, { demo });
  return (headers: Record<string, string> = {}) =>
    POST(
      new Request("http://localhost:3000/admin/try", {
        method: "POST",
        headers: { host: "localhost:3000", "sec-fetch-site": "same-origin", origin: "null", "x-forwarded-for": ADDRESS, ...headers },
      }),
    );
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ");
const countShops = async (test: TestDatabase) =>
  (await test.db.kysely.selectFrom("merchants").select("slug").where("expires_at", "is not", null).execute()).length;

describeOnEveryEngine("one click into the demo", (open) => {
  it("makes a shop and lets the visitor in", async () => {
    const test = await open();
    const answer = await setUp(test)();
    expect([answer.status, answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([303, "/admin", "no-store"]);
    const session = await findSession(test, new Headers({ cookie: cookieOf(answer) }));
    expect(session?.user.name).toBe("Visitor");
  });

  it("leads back to the shop a visitor has already", async () => {
    const test = await open();
    const enter = setUp(test);
    const cookie = cookieOf(await enter());
    const again = await enter({ cookie });
    expect([again.status, again.headers.get("location"), again.headers.getSetCookie()]).toEqual([303, "/admin", []]);
    expect(await countShops(test)).toBe(1);
  });

  it("is enough five times an hour from one network, and no other's concern", async () => {
    const test = await open();
    const enter = setUp(test);
    for (let visits = 0; visits < 5; visits += 1) expect((await enter()).headers.get("location")).toBe("/admin");
    const sixth = await enter();
    expect([sixth.headers.get("location"), sixth.headers.getSetCookie()]).toEqual(["/admin/sign-in?visitor=often", []]);
    expect((await enter({ "x-forwarded-for": "198.51.100.9" })).headers.get("location")).toBe("/admin");
    expect(await countShops(test)).toBe(6);
  });

  it.each<[whose: string, headers: Record<string, string>]>([
    ["another site's page", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another host of the same site", { "sec-fetch-site": "same-site", origin: "http://fern.localhost:3000" }],
  ])("is not given by %s", async (_, headers) => {
    const test = await open();
    expect((await setUp(test)(headers)).status).toBe(403);
    expect(await countShops(test)).toBe(0);
  });

  it("is not there where nobody said that this is a demo", async () => {
    const test = await open();
    expect((await setUp(test, false)()).status).toBe(404);
    expect(await countShops(test)).toBe(0);
  });

  it("takes a button: opening the address makes nothing", async () => {
    const test = await open();
    setUp(test);
    const answer = GET();
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/admin/sign-in"]);
    expect(await countShops(test)).toBe(0);
  });
});
