import { afterEach, expect, it, vi } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { changePassword } from "./change-password.ts";
import { chooseMerchant } from "./choose-merchant.ts";
import { createUser } from "./create-user.ts";
import { endSessions } from "./end-sessions.ts";
import { findSession } from "./find-session.ts";
import { hashSessionToken } from "./hash-session-tokens.ts";
import { listSessions } from "./list-sessions.ts";
import { makeUser, openBrowser, PASSWORD } from "./people.testing.ts";
import { signOut } from "./sign-out.ts";
import { startSession } from "./start-session.ts";

afterEach(() => void vi.useRealTimers());

const who = async (test: TestDatabase, browser: ReturnType<typeof openBrowser>) =>
  (await findSession(test, browser.visit().headers))?.user.email ?? null;

const tokenOf = (browser: ReturnType<typeof openBrowser>) =>
  decodeURIComponent(browser.jar.get("waymark.session_token") ?? "").split(".")[0] ?? "";

/** The library goes by the machine's clock. */
function moveClocks(test: TestDatabase, days: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 86_400_000 });
  test.clock.set(new Date().toISOString());
}

describeOnEveryEngine("signing in", (open) => {
  it("opens a session, by whose cookie the user is known", async () => {
    const test = await open();
    const userId = await makeUser(test);
    const browser = openBrowser();
    expect(await who(test, browser)).toBeNull();
    expect((await browser.signIn(test)).kind).toBe("signed_in");
    expect(await findSession(test, browser.visit().headers)).toEqual({
      id: expect.stringMatching(/^[\da-z]{32}$/),
      user: { id: userId, name: "Mia", email: "mia@fern.example" },
      merchantId: null,
    });
  });

  it("sets a cookie that no script reads, no other site sends and no plain connection carries", async () => {
    const test = await open();
    const userId = await makeUser(test);
    const { cookies } = await startSession(test, { userId, ...openBrowser().visit() });
    expect(cookies).toEqual([
      expect.stringMatching(/^waymark\.session_token=[^;]{40,}; Max-Age=\d+; Path=\/admin; HttpOnly; SameSite=Lax$/),
    ]);
    const { createSignIn } = await import("./create-sign-in.ts");
    const secure = createSignIn({ ...test, config: { ...test.config, publicOrigin: "https://track.example.com" } });
    expect((await secure.startSession(openBrowser().visit(), userId)).cookies).toEqual([
      expect.stringMatching(/^__Secure-waymark\.session_token=.+; Path=\/admin; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it("leaves nothing in the database that opens a session: digests only", async () => {
    const test = await open();
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const token = tokenOf(browser);
    const rows = await test.db.kysely.selectFrom("sessions").selectAll().execute();
    expect(rows.map((row) => row.token)).toEqual([hashSessionToken(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);

    const cookie = browser.jar.get("waymark.session_token") ?? "";
    browser.jar.set("waymark.session_token", cookie.replace(token, rows[0]?.token ?? ""));
    expect(await who(test, browser)).toBeNull();
  });

  it("takes no cookie that was not signed here", async () => {
    const test = await open();
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const cookie = browser.jar.get("waymark.session_token") ?? "";
    for (const forged of [cookie.slice(0, -6), tokenOf(browser), `${tokenOf(browser)}.AAAA`, "", "a.b", "%", "\u00ff"]) {
      browser.jar.set("waymark.session_token", forged);
      expect(await who(test, browser)).toBeNull();
    }
  });

  it("begins a new session each time, and ends the one that the browser had", async () => {
    const test = await open();
    await makeUser(test);
    await makeUser(test, "lee@night.example", "Lee");
    const browser = openBrowser();
    await browser.signIn(test);
    const before = tokenOf(browser);
    const stale = browser.visit().headers;
    await browser.signIn(test, "lee@night.example");
    expect(tokenOf(browser)).not.toBe(before);
    expect(await findSession(test, stale)).toBeNull();
    expect(await who(test, browser)).toBe("lee@night.example");
  });

  it("knows an address in any case and between spaces, and none that merely looks like it", async () => {
    const test = await open();
    await makeUser(test, "Kim@Fern.Example", "Kim");
    for (const email of ["kim@fern.example", "KIM@FERN.EXAMPLE", "  Kim@fern.example "]) {
      expect((await openBrowser().signIn(test, email)).kind).toBe("signed_in");
    }
    // A Kelvin sign is a k in lower case; the others are Cyrillic and full width.
    for (const email of ["\u212aim@fern.example", "k\u0456m@fern.example", "\uff4bim@fern.example", "kim@fern.example\u0000"]) {
      expect((await openBrowser().signIn(test, email)).kind).toBe("wrong");
      expect((await createUser(test, { email, name: "Kim", password: PASSWORD })).kind).toBe("invalid");
    }
    expect((await createUser(test, { email: "KIM@fern.example", name: "Kim", password: PASSWORD })).kind).toBe("email_taken");
  });

  it("does the same work for a wrong password as for an unknown address, and answers the same", async () => {
    const test = await open();
    await makeUser(test);
    const browser = openBrowser();
    expect(await browser.signIn(test, "mia@fern.example", "not the password")).toEqual({ kind: "wrong" });
    expect(await browser.signIn(test, "nobody@fern.example", "not the password")).toEqual({ kind: "wrong" });
    expect(await browser.signIn(test, "mia@fern.example", "x".repeat(500))).toEqual({ kind: "wrong" });
    expect(await browser.signIn(test, "mia@fern.example", "")).toEqual({ kind: "wrong" });
    expect(browser.jar.size).toBe(0);
  });

  it("is slowed down by wrong passwords, for one account from one network; others go on", async () => {
    const test = await open();
    await makeUser(test);
    await makeUser(test, "lee@night.example", "Lee");
    const guesser = openBrowser();
    for (let tries = 0; tries < 5; tries += 1)
      expect((await guesser.signIn(test, "mia@fern.example", `guess ${tries}`)).kind).toBe("wrong");
    expect(await guesser.signIn(test)).toEqual({ kind: "too_many", waitSeconds: expect.any(Number) });
    expect(await guesser.signIn(test, "MIA@fern.example")).toMatchObject({ kind: "too_many" });
    expect((await guesser.signIn(test, "lee@night.example")).kind).toBe("signed_in");
    expect((await openBrowser(undefined, "198.51.100.1").signIn(test)).kind).toBe("signed_in");
  });

  it("never counts what went well", async () => {
    const test = await open();
    await makeUser(test);
    for (let times = 0; times < 8; times += 1) expect((await openBrowser().signIn(test)).kind).toBe("signed_in");
  });

  it("forgets an unknown address as fast as a known one: both are slowed down", async () => {
    const test = await open();
    const guesser = openBrowser();
    for (let tries = 0; tries < 5; tries += 1) await guesser.signIn(test, "nobody@fern.example", "guess");
    expect((await guesser.signIn(test, "nobody@fern.example", "guess")).kind).toBe("too_many");
  });
});

describeOnEveryEngine("a session", (open) => {
  it("lasts thirty days, and as long again from each day it is used", async () => {
    const test = await open();
    await makeUser(test);
    const [used, idle] = [openBrowser(), openBrowser()];
    await used.signIn(test);
    await idle.signIn(test);
    moveClocks(test, 20);
    expect(await who(test, used)).toBe("mia@fern.example");
    moveClocks(test, 20);
    expect(await who(test, used)).toBe("mia@fern.example");
    expect(await who(test, idle)).toBeNull();
    moveClocks(test, 31);
    expect(await who(test, used)).toBeNull();
  });

  it("ends with signing out, and its cookie opens nothing any more", async () => {
    const test = await open();
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const stolen = browser.visit();
    const { cookies } = await signOut(test, browser.visit());
    browser.take(cookies);
    expect(browser.jar.has("waymark.session_token")).toBe(false);
    expect(await findSession(test, stolen.headers)).toBeNull();
    expect(await test.db.kysely.selectFrom("sessions").select("id").execute()).toEqual([]);
    expect((await signOut(test, openBrowser().visit())).cookies.every((cookie) => /Max-Age=0/.test(cookie))).toBe(true);
  });

  it("is listed with browser and place, and ended one by one or all but one, by its own user only", async () => {
    const test = await open();
    const mia = await makeUser(test);
    const lee = await makeUser(test, "lee@night.example", "Lee");
    const [desk, phone, train] = [openBrowser(), openBrowser("Safari", "2001:db8::1"), openBrowser("Chrome")];
    for (const browser of [desk, phone, train]) await browser.signIn(test);
    const sessions = await listSessions(test, { userId: mia });
    expect(sessions).toHaveLength(3);
    expect(sessions.find(({ userAgent }) => userAgent === "Safari")).toMatchObject({ address: expect.stringMatching(/^2001:0?db8:/) });
    expect(await listSessions(test, { userId: lee })).toEqual([]);

    const idOf = (userAgent: string) => sessions.find((session) => session.userAgent === userAgent)?.id ?? "";
    expect(await endSessions(test, { userId: lee, only: idOf("Safari") })).toBe(0);
    expect(await endSessions(test, { userId: mia, only: idOf("Safari") })).toBe(1);
    expect(await who(test, phone)).toBeNull();
    expect(await endSessions(test, { userId: lee, except: "" })).toBe(0);
    const here = (await findSession(test, desk.visit().headers))?.id ?? "";
    expect(await endSessions(test, { userId: mia, except: here })).toBe(1);
    expect([await who(test, desk), await who(test, train)]).toEqual(["mia@fern.example", null]);
  });

  it("remembers whose console it opened", async () => {
    const test = await open();
    const shop = await createMerchant(test, "fern");
    const userId = await makeUser(test);
    const browser = openBrowser();
    const { cookies, sessionId } = await startSession(test, { userId, ...browser.visit() });
    browser.take(cookies);
    await chooseMerchant(test, { sessionId, merchantId: shop.id });
    expect(await findSession(test, browser.visit().headers)).toMatchObject({ id: sessionId, merchantId: shop.id });
  });

  it("is not begun for somebody who does not exist", async () => {
    const test = await open();
    await expect(startSession(test, { userId: "usr_nobody", ...openBrowser().visit() })).rejects.toThrow();
  });
});

describeOnEveryEngine("changing the password", (open) => {
  const NEW = "nine loud otters slept in";

  it("takes the old one, ends every other session, and goes on in this shop's console", async () => {
    const test = await open();
    const shop = await createMerchant(test, "fern");
    await makeUser(test);
    const [desk, phone] = [openBrowser(), openBrowser()];
    await desk.signIn(test);
    await phone.signIn(test);
    const session = await findSession(test, desk.visit().headers);
    if (!session) throw new Error("not signed in");
    await chooseMerchant(test, { sessionId: session.id, merchantId: shop.id });
    const change = (oldPassword: string, newPassword: string) =>
      changePassword(test, { visit: desk.visit(), user: session.user, shopName: "Fern", oldPassword, newPassword });

    expect(await change("not the password", NEW)).toEqual({ kind: "wrong_password" });
    expect(await change(PASSWORD, "mia fern 2026")).toMatchObject({ kind: "weak_password", issues: [{ path: "password" }] });
    expect(await who(test, phone)).toBe("mia@fern.example");

    const changed = await change(PASSWORD, NEW);
    if (changed.kind !== "changed") throw new Error(changed.kind);
    const stolen = desk.visit();
    desk.take(changed.cookies);
    expect(await findSession(test, desk.visit().headers)).toMatchObject({ user: { email: "mia@fern.example" }, merchantId: shop.id });
    expect([await who(test, phone), await findSession(test, stolen.headers)]).toEqual([null, null]);
    expect((await openBrowser().signIn(test)).kind).toBe("wrong");
    expect((await openBrowser().signIn(test, "mia@fern.example", NEW)).kind).toBe("signed_in");
  });

  it("cannot be tried without end by whoever sits at an open screen", async () => {
    const test = await open();
    await makeUser(test);
    const browser = openBrowser();
    await browser.signIn(test);
    const session = await findSession(test, browser.visit().headers);
    if (!session) throw new Error("not signed in");
    const guess = () =>
      changePassword(test, { visit: browser.visit(), user: session.user, shopName: "", oldPassword: "guess", newPassword: NEW });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).kind).toBe("wrong_password");
    expect((await guess()).kind).toBe("too_many");
  });
});
