import { describe, expect, it } from "vitest";
import { listMembers } from "#lib/accounts/list-members.ts";
import { openBrowser, PASSWORD } from "#lib/accounts/people.testing.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { main } from "./main.ts";

async function waymark(environment: Record<string, string>, args: string[], input?: string) {
  const said = { out: [] as string[], err: [] as string[] };
  const exitCode = await main(args, {
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
    environment,
    ...(input !== undefined && { readInput: async () => input }),
  });
  return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
}

const environmentOf = ({ settings }: TestDatabase) => ({
  DATA_DIR: settings.dataDir,
  DATABASE_URL: settings.databaseUrl ?? "",
  PUBLIC_ORIGIN: "https://track.example.com",
});

describeOnEveryEngine("waymark user", (open) => {
  async function openShop() {
    const test = await open();
    const { id } = await createMerchant(test, "fern");
    const run = (...args: string[]) => waymark(environmentOf(test), ["user", ...args], `${PASSWORD}\n`);
    const members = async () => (await listMembers(test, { merchantId: id })).map(({ email, role }) => `${email} ${role}`);
    return { test, run, members };
  }

  it("adds a member with a password from standard input, or from the environment", async () => {
    const { test, run, members } = await openShop();
    expect(await run("add", "Mia@Fern.example", "--role", "owner", "--merchant", "fern", "--name", "Mia Thornbury")).toEqual({
      exitCode: 0,
      out: "mia@fern.example is owner of fern. Sign in at https://track.example.com/admin",
      err: "",
    });
    expect((await openBrowser().signIn(test)).kind).toBe("signed_in");
    const fromVariable = await waymark({ ...environmentOf(test), USER_PASSWORD: PASSWORD }, [
      "user",
      "add",
      "ben@fern.example",
      "--role",
      "viewer",
    ]);
    expect(fromVariable).toMatchObject({ exitCode: 0, out: expect.stringContaining("ben@fern.example is viewer of default.") });
    expect(await members()).toEqual(["mia@fern.example owner"]);
  });

  it("makes somebody who has an account a member of another shop, password untouched", async () => {
    const { test, run } = await openShop();
    await run("add", "mia@fern.example", "--role", "owner", "--merchant", "fern");
    const again = await waymark(environmentOf(test), ["user", "add", "mia@fern.example", "--role", "viewer"]);
    expect(again).toMatchObject({ exitCode: 0, err: "" });
    expect((await openBrowser().signIn(test)).kind).toBe("signed_in");
    expect((await run("list")).out).toBe('mia@fern.example "mia": viewer of default, owner of fern');
    expect((await run("add", "mia@fern.example", "--role", "viewer")).err).toContain("is a member of default already");
  });

  it("changes roles and ends memberships, but never the last owner's", async () => {
    const { run, members } = await openShop();
    await run("add", "mia@fern.example", "--role", "owner", "--merchant", "fern");
    await run("add", "ben@fern.example", "--role", "viewer", "--merchant", "fern");
    expect((await run("role", "ben@fern.example", "--role", "editor", "--merchant", "fern")).out).toBe(
      "ben@fern.example is editor of fern.",
    );
    const lastOwner = "mia@fern.example is the last owner of fern. Make somebody else an owner first.";
    expect((await run("role", "mia@fern.example", "--role", "viewer", "--merchant", "fern")).err).toBe(lastOwner);
    expect((await run("remove", "mia@fern.example", "--merchant", "fern")).err).toBe(lastOwner);
    expect((await run("remove", "mia@fern.example")).err).toBe(lastOwner);
    expect((await run("remove", "ben@fern.example", "--merchant", "fern")).exitCode).toBe(0);
    expect(await members()).toEqual(["mia@fern.example owner"]);
    expect((await run("list")).out).toContain('ben@fern.example "ben": member of nothing');
    expect((await run("remove", "ben@fern.example")).out).toBe("ben@fern.example is deleted.");
    expect((await run("list")).out).not.toContain("ben@");
  });

  it("prints a link for a new password, and nothing else", async () => {
    const { run } = await openShop();
    await run("add", "mia@fern.example", "--role", "owner", "--merchant", "fern");
    expect(await run("reset", "MIA@fern.example")).toEqual({
      exitCode: 0,
      out: expect.stringMatching(/^https:\/\/track\.example\.com\/admin\/reset\/[\da-z]{32}$/),
      err: "",
    });
  });

  it.each([
    [["add"], "Whom?"],
    [["add", "mia@fern.example"], "Which role? --role is one of owner, editor, viewer."],
    [["add", "mia@fern.example", "--role", "boss"], "Which role?"],
    [["add", "mia@fern.example", "--role", "owner", "--merchant", "nobody"], 'There is no merchant "nobody".'],
    [["add", "mia", "--role", "owner"], "email: must be an e-mail address"],
    [["role", "mia@fern.example", "--role", "owner"], 'Nobody has the address "mia@fern.example".'],
    [["remove"], "Whom?"],
    [["reset", "mia@fern.example"], 'Nobody has the address "mia@fern.example".'],
  ])("answers %j with what is wrong", async (args, problem) => {
    const { run } = await openShop();
    const { exitCode, out, err } = await run(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });

  it("refuses a password that is easy to guess, and asks for one where there is none", async () => {
    const test = await open();
    const args = ["user", "add", "mia@fern.example", "--role", "owner"];
    expect((await waymark(environmentOf(test), args, "miafern2026\n")).err).toMatch(
      /The account was not made:\n {2}password: This is too easy/,
    );
    expect((await waymark(environmentOf(test), args)).err).toContain("USER_PASSWORD");
    expect((await waymark(environmentOf(test), args, "")).err).toContain("USER_PASSWORD");
  });
});

describeOnEveryEngine("waymark setup", (open) => {
  it("prints a link that makes an owner, of the merchant that is named", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const made = await waymark(environmentOf(test), ["setup", "--merchant", "fern"]);
    expect(made).toEqual({ exitCode: 0, out: expect.stringMatching(/^https:\/\/track\.example\.com\/admin\/join\/[\da-z]{32}$/), err: "" });
    expect(await findMerchantBySlug(test, "fern")).not.toBeNull();
    expect((await waymark(environmentOf(test), ["setup", "--merchant", "nobody"])).err).toContain('There is no merchant "nobody".');
  });
});

describe("waymark user", () => {
  it("says what it can do when it is not told what to do", async () => {
    expect((await waymark({}, ["user"])).err).toContain("What about users? Usage: waymark user add <email>");
  });
});
