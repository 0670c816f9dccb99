import { afterEach, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { sendQueuedMail } from "#lib/mail/send-queued-mail.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { addMember } from "./add-member.ts";
import { changeRole } from "./change-role.ts";
import { deleteUser } from "./delete-user.ts";
import { findInvitation } from "./find-invitation.ts";
import { listInvitations, revokeInvitation } from "./invitations.ts";
import { inviteMember } from "./invite-member.ts";
import { listMembers } from "./list-members.ts";
import { listMemberships } from "./list-memberships.ts";
import { makeFirstSetUpLink, makeSetUpLink } from "./make-set-up-link.ts";
import { makeUser, openBrowser, PASSWORD } from "./people.testing.ts";
import { removeMember } from "./remove-member.ts";

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const LEE = { name: "Lee", email: "lee@night.example", password: PASSWORD };

const servers: MailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describeOnEveryEngine("an invitation", (open) => {
  async function openShop(changes: { smtpUrl?: string } = {}) {
    const test = await open();
    const ctx = { ...test, config: { ...test.config, publicOrigin: "https://track.example", ...changes } };
    const merchantId = (await createMerchant(test, "fern")).id;
    const mia = await makeUser(test);
    await addMember(test, { merchantId, userId: mia, role: "owner" });
    const shop = { id: merchantId, name: "Fern & Fable", expiresAt: null };
    const invite = async (
      email: string,
      role: "owner" | "editor" | "viewer" = "editor",
      merchant: Parameters<typeof inviteMember>[1]["merchant"] = shop,
    ) => {
      const outcome = await inviteMember(ctx, { merchant, email, role, inviter: { id: mia, name: "Mia" } });
      if (outcome.kind !== "invited") throw new Error(outcome.kind);
      return outcome;
    };
    return { test, ctx, merchantId, mia, shop, invite };
  }

  const rolesOf = async (test: TestDatabase, merchantId: MerchantId) =>
    (await listMembers(test, { merchantId })).map(({ name, role }) => `${name} ${role}`);
  const userOf = (id: UserId, name: string) => ({ id, name, email: `${name.toLowerCase()}@fern.example` });

  it.each([
    ["is removed", (test: TestDatabase, mia: UserId, merchantId: MerchantId) => removeMember(test, { merchantId, userId: mia })],
    [
      "is no owner any more",
      (test: TestDatabase, mia: UserId, merchantId: MerchantId) => changeRole(test, { merchantId, userId: mia, role: "editor" }),
    ],
    ["is deleted", (test: TestDatabase, mia: UserId) => deleteUser(test, mia)],
  ])("ends when whoever made it %s: nobody comes back by a link of their own", async (_, leave) => {
    const { test, merchantId, mia, invite } = await openShop();
    const zoe = await makeUser(test, "zoe@fern.example", "Zoe");
    await addMember(test, { merchantId, userId: zoe, role: "owner" });
    const { url } = await invite("mia@elsewhere.example", "owner");
    await leave(test, mia, merchantId);
    expect(await findInvitation(test, tokenOf(url))).toEqual({ kind: "revoked" });
    expect(await acceptInvitation(test, { token: tokenOf(url), as: LEE })).toEqual({ kind: "closed", state: "revoked" });
  });

  it("says to which shop, as what, and by whom; looking changes nothing", async () => {
    const { test, invite } = await openShop();
    const { url } = await invite("Lee@Night.example");
    expect(url).toMatch(/^https:\/\/track\.example\/admin\/join\/[\da-z]{32}$/);
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await findInvitation(test, tokenOf(url))).toEqual({
        kind: "open",
        merchant: { slug: "fern", name: "Shop fern" },
        role: "editor",
        email: "lee@night.example",
        invitedBy: "Mia",
        expiresAt: "2026-03-08T12:00:00Z",
      });
    }
  });

  it("makes a member of somebody new, who can sign in from then on; the log says so", async () => {
    const { test, merchantId, invite } = await openShop();
    const { url } = await invite(LEE.email);
    expect(await acceptInvitation(test, { token: tokenOf(url), as: LEE })).toMatchObject({ kind: "joined", merchantId, role: "editor" });
    expect(await rolesOf(test, merchantId)).toEqual(["Mia owner", "Lee editor"]);
    expect((await openBrowser().signIn(test, LEE.email)).kind).toBe("signed_in");
    expect(
      await test.db.kysely.selectFrom("audit_entries").select(["merchant_id", "action", "actor", "outcome", "details"]).execute(),
    ).toEqual([
      { merchant_id: merchantId, action: "team.join", actor: "Lee <lee@night.example>", outcome: "done", details: '{"role":"editor"}' },
    ]);
  });

  it("makes a member of somebody who has an account, in this shop and no other", async () => {
    const { test, merchantId, invite } = await openShop();
    const night = (await createMerchant(test, "night")).id;
    const ben = await makeUser(test, "ben@fern.example", "Ben");
    const { url } = await invite("someone@else.example", "viewer");
    expect(await acceptInvitation(test, { token: tokenOf(url), as: userOf(ben, "Ben") })).toMatchObject({ kind: "joined" });
    expect((await listMemberships(test, ben)).map(({ merchant, role }) => [merchant.id, role])).toEqual([[merchantId, "viewer"]]);
    expect(await rolesOf(test, night)).toEqual([]);
  });

  it("works once, even when two click at the same moment", async () => {
    const { test, merchantId, invite } = await openShop();
    const [ben, amy] = [await makeUser(test, "ben@fern.example", "Ben"), await makeUser(test, "amy@fern.example", "Amy")];
    const token = tokenOf((await invite(LEE.email)).url);
    const outcomes = await Promise.all([
      acceptInvitation(test, { token, as: userOf(ben, "Ben") }),
      acceptInvitation(test, { token, as: userOf(amy, "Amy") }),
      acceptInvitation(test, { token, as: LEE }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["closed", "closed", "joined"]);
    expect(await rolesOf(test, merchantId)).toHaveLength(2);
    expect(await acceptInvitation(test, { token, as: userOf(ben, "Ben") })).toEqual({ kind: "closed", state: "accepted" });
    const accounts = await test.db.kysely.selectFrom("users").select("email").where("email", "=", LEE.email).execute();
    expect(accounts).toHaveLength(outcomes[2]?.kind === "joined" ? 1 : 0);
  });

  it("stays open when whoever came could not join with it", async () => {
    const { test, merchantId, mia, invite } = await openShop();
    const token = tokenOf((await invite(LEE.email)).url);
    expect(await acceptInvitation(test, { token, as: userOf(mia, "Mia") })).toEqual({ kind: "already_member" });
    expect(await acceptInvitation(test, { token, as: { ...LEE, email: "MIA@fern.example" } })).toEqual({ kind: "email_taken" });
    expect(await acceptInvitation(test, { token, as: { ...LEE, password: "password12" } })).toMatchObject({
      kind: "invalid",
      issues: [{ path: "password" }],
    });
    expect(await acceptInvitation(test, { token, as: { ...LEE, name: " ", email: "no address" } })).toMatchObject({
      kind: "invalid",
      issues: [{ path: "name" }, { path: "email" }],
    });
    expect(await rolesOf(test, merchantId)).toEqual(["Mia owner"]);
    expect((await findInvitation(test, token)).kind).toBe("open");
  });

  it("ends after a week, when it is taken back, and is nothing to who guesses", async () => {
    const { test, merchantId, invite } = await openShop();
    const night = (await createMerchant(test, "night")).id;
    const [late, back] = [await invite("late@night.example"), await invite("back@night.example")];
    expect(await revokeInvitation(test, { merchantId: night, id: back.id })).toBe("not_found");
    expect(await revokeInvitation(test, { merchantId, id: back.id })).toBe("revoked");
    expect(await acceptInvitation(test, { token: tokenOf(back.url), as: LEE })).toEqual({ kind: "closed", state: "revoked" });
    expect(await listInvitations(test, { merchantId: night })).toEqual([]);
    expect((await listInvitations(test, { merchantId })).map(({ email }) => email)).toEqual(["late@night.example"]);
    test.clock.advanceMinutes(7 * 24 * 60);
    expect(await acceptInvitation(test, { token: tokenOf(late.url), as: LEE })).toEqual({ kind: "closed", state: "expired" });
    expect(await listInvitations(test, { merchantId })).toEqual([]);
    for (const guess of ["", "x", tokenOf(late.url).slice(1), "\u0000", late.id]) {
      expect(await acceptInvitation(test, { token: guess, as: LEE })).toEqual({ kind: "closed", state: "unknown" });
    }
  });

  it("leaves no token in the database", async () => {
    const { test, invite } = await openShop();
    const { url } = await invite(LEE.email);
    expect(JSON.stringify(await test.db.kysely.selectFrom("invitations").selectAll().execute())).not.toContain(tokenOf(url));
  });

  it("is not made for a member, nor for what is no address", async () => {
    const { ctx, shop, mia } = await openShop();
    const inviter = { id: mia, name: "Mia" };
    expect(await inviteMember(ctx, { merchant: shop, email: "MIA@fern.example", role: "viewer", inviter })).toEqual({
      kind: "already_member",
    });
    expect(await inviteMember(ctx, { merchant: shop, email: "mia@", role: "viewer", inviter })).toEqual({ kind: "invalid" });
  });

  it("goes out by mail in the shop's name where mail is sent; a visitor's sandbox sends none", async () => {
    const server = await startMailServer();
    servers.push(server);
    const { test, ctx, shop, invite } = await openShop({ smtpUrl: server.url });
    const { url, isMailed } = await invite(LEE.email);
    expect(isMailed).toBe(true);
    const sandboxed = await invite("stranger@elsewhere.example", "viewer", { ...shop, expiresAt: "2026-03-02T12:00:00Z" as Instant });
    expect(sandboxed.isMailed).toBe(false);
    await runDueJobs(test, { send_mail: (payload) => sendQueuedMail(ctx, payload) });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({
      from: { name: "Fern & Fable" },
      to: [{ address: LEE.email }],
      subject: "Mia invited you to Fern & Fable",
      text: expect.stringContaining(url),
      html: expect.stringContaining(url),
    });
  });
});

describeOnEveryEngine("the link that sets up an installation", (open) => {
  it("is there while nobody owns it, makes an owner once, and is replaced by the next", async () => {
    const test = await open();
    const first = await makeFirstSetUpLink(test);
    const second = await makeFirstSetUpLink(test);
    expect(await acceptInvitation(test, { token: tokenOf(first ?? ""), as: LEE })).toEqual({ kind: "closed", state: "revoked" });
    expect(await findInvitation(test, tokenOf(second ?? ""))).toMatchObject({
      kind: "open",
      role: "owner",
      email: null,
      merchant: { slug: "default" },
    });
    expect(await acceptInvitation(test, { token: tokenOf(second ?? ""), as: LEE })).toMatchObject({ kind: "joined", role: "owner" });
    expect(await makeFirstSetUpLink(test)).toBeNull();
  });

  it("opens nothing once somebody has become an owner in another way", async () => {
    const test = await open();
    const link = await makeFirstSetUpLink(test);
    const merchant = await createMerchant(test, "fern");
    await addMember(test, { merchantId: merchant.id, userId: await makeUser(test), role: "owner" });
    expect(await makeFirstSetUpLink(test)).toBeNull();
    expect((await findInvitation(test, tokenOf(link ?? ""))).kind).toBe("revoked");
  });

  it("does not count those who own a visitor's sandbox, or merely look on", async () => {
    const test = await open();
    const [sandbox, fern] = [await createMerchant(test, "sandbox"), await createMerchant(test, "fern")];
    await test.db.kysely
      .updateTable("merchants")
      .set({ expires_at: "2026-03-02T12:00:00Z" as Instant })
      .where("id", "=", sandbox.id)
      .execute();
    const mia = await makeUser(test);
    await addMember(test, { merchantId: sandbox.id, userId: mia, role: "owner" });
    await addMember(test, { merchantId: fern.id, userId: mia, role: "editor" });
    expect(await makeFirstSetUpLink(test)).not.toBeNull();
  });

  it("can be made anew at any time by who runs the installation, for any merchant", async () => {
    const test = await open();
    const fern = await createMerchant(test, "fern");
    await addMember(test, { merchantId: fern.id, userId: await makeUser(test), role: "owner" });
    const link = await makeSetUpLink(test, { merchantId: fern.id });
    expect(await findInvitation(test, tokenOf(link))).toMatchObject({ kind: "open", merchant: { slug: "fern" }, invitedBy: null });
  });
});
