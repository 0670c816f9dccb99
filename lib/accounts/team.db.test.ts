import { expect, it } from "vitest";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Role } from "#lib/shared/role.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { addMember } from "./add-member.ts";
import { changeRole } from "./change-role.ts";
import { deleteUser } from "./delete-user.ts";
import { findSession } from "./find-session.ts";
import { listMembers } from "./list-members.ts";
import { listMemberships } from "./list-memberships.ts";
import { makeUser, openBrowser } from "./people.testing.ts";
import { removeMember } from "./remove-member.ts";

describeOnEveryEngine("a team", (open) => {
  async function openShops() {
    const test = await open();
    const [fern, night] = [(await createMerchant(test, "fern")).id, (await createMerchant(test, "night")).id];
    return { test, fern, night };
  }

  async function hire(test: TestDatabase, merchantId: MerchantId, name: string, role: Role): Promise<UserId> {
    const userId = await makeUser(test, `${name.toLowerCase()}@fern.example`, name);
    expect(await addMember(test, { merchantId, userId, role })).toBe("added");
    return userId;
  }

  const rolesOf = async (test: TestDatabase, merchantId: MerchantId) =>
    (await listMembers(test, { merchantId })).map(({ name, role }) => `${name} ${role}`);

  it("has owners first, then the others by name, and knows no other shop's people", async () => {
    const { test, fern, night } = await openShops();
    await hire(test, fern, "Zoe", "owner");
    await hire(test, fern, "Ben", "viewer");
    await hire(test, fern, "Amy", "editor");
    await hire(test, night, "Lee", "owner");
    expect(await rolesOf(test, fern)).toEqual(["Zoe owner", "Amy editor", "Ben viewer"]);
    expect(await rolesOf(test, night)).toEqual(["Lee owner"]);
  });

  it("shows a person their shops by name, with the role in each", async () => {
    const { test, fern, night } = await openShops();
    const mia = await hire(test, night, "Mia", "viewer");
    await addMember(test, { merchantId: fern, userId: mia, role: "owner" });
    expect(await listMemberships(test, mia)).toEqual([
      { merchant: { id: fern, slug: "fern", name: "Shop fern", expiresAt: null }, role: "owner" },
      { merchant: { id: night, slug: "night", name: "Shop night", expiresAt: null }, role: "viewer" },
    ]);
  });

  it("keeps the role of whoever is added twice", async () => {
    const { test, fern } = await openShops();
    const mia = await hire(test, fern, "Mia", "viewer");
    expect(await addMember(test, { merchantId: fern, userId: mia, role: "owner" })).toBe("already_member");
    expect(await rolesOf(test, fern)).toEqual(["Mia viewer"]);
  });

  it("never loses its last owner: neither by leaving nor by another role", async () => {
    const { test, fern } = await openShops();
    const mia = await hire(test, fern, "Mia", "owner");
    await hire(test, fern, "Ben", "editor");
    expect(await removeMember(test, { merchantId: fern, userId: mia })).toBe("last_owner");
    expect(await changeRole(test, { merchantId: fern, userId: mia, role: "viewer" })).toBe("last_owner");
    expect(await changeRole(test, { merchantId: fern, userId: mia, role: "owner" })).toBe("done");
    expect(await deleteUser(test, mia)).toEqual({ kind: "last_owner", merchantSlug: "fern" });
    expect(await rolesOf(test, fern)).toEqual(["Mia owner", "Ben editor"]);
  });

  it("keeps one of two owners who go at the same moment", async () => {
    const { test, fern } = await openShops();
    const [mia, ben] = [await hire(test, fern, "Mia", "owner"), await hire(test, fern, "Ben", "owner")];
    const outcomes = await Promise.all([
      removeMember(test, { merchantId: fern, userId: mia }),
      changeRole(test, { merchantId: fern, userId: ben, role: "viewer" }),
    ]);
    expect(outcomes.sort()).toEqual(["done", "last_owner"]);
    expect((await listMembers(test, { merchantId: fern })).filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  it("is changed for one shop only", async () => {
    const { test, fern, night } = await openShops();
    const mia = await hire(test, fern, "Mia", "owner");
    await hire(test, night, "Lee", "owner");
    expect(await removeMember(test, { merchantId: night, userId: mia })).toBe("not_found");
    expect(await changeRole(test, { merchantId: night, userId: mia, role: "viewer" })).toBe("not_found");
    await addMember(test, { merchantId: night, userId: mia, role: "viewer" });
    expect(await removeMember(test, { merchantId: night, userId: mia })).toBe("done");
    expect(await rolesOf(test, fern)).toEqual(["Mia owner"]);
  });

  it("signs out whoever is a member of nothing any more, and nobody else", async () => {
    const { test, fern, night } = await openShops();
    await hire(test, fern, "Zoe", "owner");
    const mia = await hire(test, fern, "Mia", "viewer");
    await addMember(test, { merchantId: night, userId: mia, role: "viewer" });
    const browser = openBrowser();
    await browser.signIn(test, "mia@fern.example");
    await removeMember(test, { merchantId: fern, userId: mia });
    expect(await listMemberships(test, mia)).toHaveLength(1);
    expect(await findSession(test, browser.visit().headers)).not.toBeNull();
    await removeMember(test, { merchantId: night, userId: mia });
    expect(await findSession(test, browser.visit().headers)).toBeNull();
    expect((await browser.signIn(test, "mia@fern.example")).kind).toBe("signed_in");
  });

  it("forgets an account that is deleted, with its sessions and passwords", async () => {
    const { test, fern } = await openShops();
    await hire(test, fern, "Zoe", "owner");
    const mia = await hire(test, fern, "Mia", "editor");
    const browser = openBrowser();
    await browser.signIn(test, "mia@fern.example");
    expect(await deleteUser(test, mia)).toEqual({ kind: "deleted" });
    expect(await rolesOf(test, fern)).toEqual(["Zoe owner"]);
    expect(await findSession(test, browser.visit().headers)).toBeNull();
    expect(await test.db.kysely.selectFrom("credentials").select("id").where("user_id", "=", mia).execute()).toEqual([]);
  });
});
