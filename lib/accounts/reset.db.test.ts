import { afterEach, expect, it, vi } from "vitest";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { createTaskHandlers } from "#lib/runtime/task-handlers.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { findSession } from "./find-session.ts";
import { makeResetUrl } from "./make-reset-url.ts";
import { listPasskeys } from "./passkeys.ts";
import { makeUser, openBrowser } from "./people.testing.ts";
import { requestReset } from "./request-reset.ts";
import { findResetUser, resetPassword } from "./reset-password.ts";

const NEW = "nine loud otters slept in";
const tokenIn = (text: string) => /\/admin\/reset\/([\da-z]+)/.exec(text)?.[1] ?? "";

const servers: MailServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) await server.close();
});

describeOnEveryEngine("resetting a password", (open) => {
  async function openOffice() {
    const test = await open();
    const server = await startMailServer();
    servers.push(server);
    const ctx: TestDatabase = { ...test, config: { ...test.config, smtpUrl: server.url, publicOrigin: "https://track.example" } };
    const userId = await makeUser(test);
    const ask = (email: string, address = "192.0.2.7") => requestReset(ctx, { email, address });
    const work = () => runDueJobs(test, createTaskHandlers(ctx));
    return { test, ctx, server, userId, ask, work };
  }

  it("goes by a link in a mail to the address on record, which works once and signs out everywhere", async () => {
    const { test, server, ask, work } = await openOffice();
    const browser = openBrowser();
    await browser.signIn(test);
    expect(await ask(" MIA@Fern.example ")).toEqual({ kind: "asked" });
    await work();
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({ to: [{ address: "mia@fern.example" }], from: { name: "Waymark" } });
    const token = tokenIn(server.mails[0]?.text ?? "");

    expect(await findResetUser(test, token)).toMatchObject({ email: "mia@fern.example" });
    expect(await resetPassword(test, { token, newPassword: "mia@fern.example" })).toMatchObject({ kind: "weak_password" });
    expect(await resetPassword(test, { token, newPassword: NEW })).toEqual({ kind: "reset" });
    expect(await resetPassword(test, { token, newPassword: `${NEW} again` })).toEqual({ kind: "closed" });
    expect(await findSession(test, browser.visit().headers)).toBeNull();
    expect((await openBrowser().signIn(test)).kind).toBe("wrong");
    expect((await openBrowser().signIn(test, "mia@fern.example", NEW)).kind).toBe("signed_in");
  });

  it("answers the same for an unknown address, after the same work, and mails nobody", async () => {
    const { test, server, ask, work } = await openOffice();
    const queued = async () => (await test.jobs.count()).ready;
    const before = await queued();
    expect(await ask("mia@fern.example")).toEqual({ kind: "asked" });
    const forKnown = (await queued()) - before;
    expect(await ask("nobody@fern.example")).toEqual({ kind: "asked" });
    expect((await queued()) - before).toBe(2 * forKnown);
    await work();
    expect(server.mails.map(({ to }) => to?.[0]?.address)).toEqual(["mia@fern.example"]);
  });

  it("takes one of two who use the link at the same moment", async () => {
    const { test, ctx, userId } = await openOffice();
    const token = tokenIn(await makeResetUrl(ctx, userId));
    const outcomes = await Promise.all([
      resetPassword(test, { token, newPassword: NEW }),
      resetPassword(test, { token, newPassword: `${NEW} too` }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["closed", "reset"]);
  });

  it("is over after an hour, and nothing to who guesses or reads the database", async () => {
    const { test, ctx, userId } = await openOffice();
    const token = tokenIn(await makeResetUrl(ctx, userId));
    const rows = await test.db.kysely.selectFrom("verifications").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const guess of ["", "x", rows[0]?.identifier ?? "", `reset-password:${token}`]) {
      expect(await resetPassword(test, { token: guess, newPassword: NEW })).toEqual({ kind: "closed" });
    }
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
    expect(await findResetUser(test, token)).toBeNull();
    expect(await resetPassword(test, { token, newPassword: NEW })).toEqual({ kind: "closed" });
  });

  it("mails nobody without end, and tells nobody that it stopped", async () => {
    const { server, ask, work } = await openOffice();
    for (let times = 0; times < 6; times += 1) expect(await ask("mia@fern.example", `192.0.2.${times}`)).toEqual({ kind: "asked" });
    await work();
    expect(server.mails).toHaveLength(3);
  });

  it("is slowed down for one network that asks for many", async () => {
    const { ask } = await openOffice();
    for (let times = 0; times < 20; times += 1) await ask(`somebody${times}@fern.example`);
    expect(await ask("mia@fern.example")).toMatchObject({ kind: "too_many" });
    expect(await ask("mia@fern.example", "198.51.100.1")).toEqual({ kind: "asked" });
  });

  it("needs mail; without it the operator makes the link", async () => {
    const test = await open();
    await makeUser(test);
    expect(await requestReset(test, { email: "mia@fern.example", address: "192.0.2.7" })).toEqual({ kind: "no_mail" });
  });

  it("takes the passkeys of whoever had the account before its address was proved, and none after that", async () => {
    const { test, ctx, userId } = await openOffice();
    const addPasskey = (id: string) =>
      test.db.kysely
        .insertInto("passkeys")
        .values({
          ...{ id, user_id: userId, name: null, public_key: "key", credential_id: id, counter: 0, device_type: "singleDevice" },
          ...{ backed_up: 0, transports: null, aaguid: null, created_at: test.clock.now() },
        })
        .execute();
    const reset = async () => resetPassword(test, { token: tokenIn(await makeResetUrl(ctx, userId)), newPassword: NEW });
    await addPasskey("stranger's");
    await reset();
    expect(await listPasskeys(test, { userId })).toEqual([]);
    await addPasskey("own");
    await reset();
    expect(await listPasskeys(test, { userId })).toMatchObject([{ id: "own" }]);
  });

  it("works for somebody who never had a password", async () => {
    const { test, ctx, userId } = await openOffice();
    await test.db.kysely.deleteFrom("credentials").execute();
    expect(await resetPassword(test, { token: tokenIn(await makeResetUrl(ctx, userId)), newPassword: NEW })).toEqual({ kind: "reset" });
    expect((await openBrowser().signIn(test, "mia@fern.example", NEW)).kind).toBe("signed_in");
  });
});
