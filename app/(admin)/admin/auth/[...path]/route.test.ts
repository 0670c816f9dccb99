import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { makeUser, openBrowser } from "#lib/accounts/people.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { POST as rate } from "../password-rating/route.ts";
import { GET, POST } from "./route.ts";

const SAME_ORIGIN = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };

const ask = (method: "GET" | "POST", path: string, headers: Record<string, string> = {}, body?: string) =>
  (method === "GET" ? GET : POST)(
    new Request(`http://localhost:3000/admin/auth/${path}`, {
      method,
      headers: { ...SAME_ORIGIN, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body }),
    }),
  );

describeOnEveryEngine("the address of the authentication library", (open) => {
  async function openDoor() {
    const test = await open();
    provideTestServices(test);
    return test;
  }

  it.each([
    "sign-up/email",
    "sign-in/email",
    "get-session",
    "change-password",
    "delete-user",
    "reset-password",
    "start-session",
    "ok",
    "a/../passkey",
  ])("finds nothing at %s, for whoever asks and however", async (path) => {
    const test = await openDoor();
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const cookie = browser.visit().headers.get("cookie") ?? "";
    for (const headers of [{}, { cookie }]) {
      expect((await ask("GET", path, headers)).status).toBe(404);
      expect((await ask("POST", path, headers, "{}")).status).toBe(404);
    }
  });

  it("begins a ceremony for anybody, and sets its cookie as carefully as a session's", async () => {
    await openDoor();
    const answer = await ask("GET", "passkey/generate-authenticate-options");
    expect(await answer.json()).toMatchObject({ challenge: expect.any(String), rpId: "localhost" });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^waymark\.passkey=[^;]+; Max-Age=300; Path=\/admin; HttpOnly; SameSite=Lax$/),
    ]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("adds a key for those only who are signed in, and not long ago", async () => {
    const test = await openDoor();
    expect((await ask("GET", "passkey/generate-register-options")).status).toBe(401);
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const cookie = browser.visit().headers.get("cookie") ?? "";
    expect((await ask("GET", "passkey/generate-register-options", { cookie })).status).toBe(200);
    const longAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await test.db.kysely
      .updateTable("sessions")
      .set({ created_at: longAgo as never })
      .execute();
    expect((await ask("GET", "passkey/generate-register-options", { cookie })).status).toBe(403);
  });

  it("takes no answer to a challenge it never gave, or has given to another browser", async () => {
    await openDoor();
    const body = JSON.stringify({ response: { id: "x", rawId: "x", type: "public-key", response: {}, clientExtensionResults: {} } });
    expect((await ask("POST", "passkey/verify-authentication", {}, body)).status).toBe(400);
    expect((await ask("POST", "passkey/verify-authentication", { cookie: "waymark.passkey=forged.AAAA" }, body)).status).toBe(400);
    const begun = await ask("GET", "passkey/generate-authenticate-options");
    const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const answer = await ask("POST", "passkey/verify-authentication", { cookie }, body);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  });

  it.each([
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "null" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://localhost:3000.evil.example" },
  ])("refuses what another site sends: %j", async (headers) => {
    await openDoor();
    expect((await ask("POST", "passkey/verify-authentication", headers as Record<string, string>, "{}")).status).toBe(403);
    expect((await ask("POST", "passkey/verify-registration", headers as Record<string, string>, "{}")).status).toBe(403);
  });

  it("reads no body larger than an answer can be", async () => {
    await openDoor();
    expect((await ask("POST", "passkey/verify-authentication", {}, `{"x":"${"x".repeat(70_000)}"}`)).status).toBe(413);
    expect((await ask("POST", "passkey/verify-authentication", {}, "{")).status).toBe(400);
  });

  it("is closed for a while to who knocks without end", async () => {
    await openDoor();
    for (let times = 0; times < 120; times += 1) await ask("GET", "ok");
    expect((await ask("GET", "passkey/generate-authenticate-options")).status).toBe(429);
  });
});

describeOnEveryEngine("the rating of a password", (open) => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    rate(
      new Request("http://localhost:3000/admin/auth/password-rating", { method: "POST", headers: { ...SAME_ORIGIN, ...headers }, body }),
    );

  it("tells how good it is, knowing its owner; other sites are told nothing", async () => {
    provideTestServices(await open());
    const question = JSON.stringify({ password: "miathornbury1", knownWords: ["Mia Thornbury"] });
    expect(await (await post(question)).json()).toEqual({
      score: expect.any(Number),
      advice: expect.arrayContaining([expect.any(String)]),
    });
    expect((await post(question, { origin: "https://evil.example", "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it.each([
    "",
    "{",
    "[]",
    "null",
    '{"password":1,"knownWords":[]}',
    '{"password":"x"}',
    JSON.stringify({ password: "x".repeat(5000), knownWords: [] }),
  ])("answers no nonsense: %s", async (body) => {
    provideTestServices(await open());
    expect((await post(body)).status).toBe(422);
  });
});
