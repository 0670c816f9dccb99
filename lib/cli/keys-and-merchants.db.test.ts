import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findCaller } from "#lib/auth/find-caller.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
afterAll(() => rm(folder, { recursive: true }));

function save(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function waymark(environment: Record<string, string>, ...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const exitCode = await main(args, { out: (line) => said.out.push(line), err: (line) => said.err.push(line), environment });
  return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
}

const waymarkOn =
  ({ settings }: TestDatabase) =>
  (...args: string[]) =>
    waymark({ DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? "", PUBLIC_ORIGIN: "https://track.example.com" }, ...args);

describeOnEveryEngine("waymark key", (open) => {
  it("makes a key of a merchant, and prints it and nothing else", async () => {
    const test = await open();
    const run = waymarkOn(test);
    await createMerchant(test, "fern");
    const made = await run("key", "create", "--merchant", "fern", "--mode", "production", "--name", "Checkout");
    expect(made).toEqual({ exitCode: 0, out: expect.stringMatching(/^wm_live_[\da-z]{32}$/), err: "" });
    expect(await findCaller(test, made.out)).toMatchObject({ merchantSlug: "fern", mode: "production" });
  });

  it("makes one of the default merchant where none is named", async () => {
    const test = await open();
    const { out } = await waymarkOn(test)("key", "create", "--mode", "test");
    expect(await findCaller(test, out)).toMatchObject({ merchantSlug: "default", mode: "test" });
  });

  it("lists keys without showing them, and revokes them by id", async () => {
    const test = await open();
    const run = waymarkOn(test);
    await createMerchant(test, "fern");
    const { out: key } = await run("key", "create", "--merchant", "fern", "--mode", "test", "--name", "Checkout");
    await run("key", "create", "--mode", "test");
    const all = await run("key", "list");
    expect(all.out.split("\n")).toHaveLength(2);
    const { out: listed } = await run("key", "list", "--merchant", "fern");
    expect(listed).toMatch(/^fern: key_[\da-z]{32} test ….{4} "Checkout", made \S+Z, last used never$/);
    expect(listed).toContain(`…${key.slice(-4)} `);
    expect(listed).not.toContain(key);

    const [id = ""] = /key_[\da-z]+/.exec(listed) ?? [];
    expect(await run("key", "revoke", id)).toEqual({ exitCode: 0, out: `${id} of fern is revoked.`, err: "" });
    expect(await findCaller(test, key)).toBeNull();
    expect((await run("key", "list", "--merchant", "fern")).out).toMatch(/, revoked \S+Z$/);
  });

  it.each([
    [["key"], "What about keys? Usage: waymark key create"],
    [["key", "lose"], "What about keys?"],
    [["key", "create"], "Which mode? --mode is test or production."],
    [["key", "create", "--mode", "live"], "Which mode?"],
    [["key", "create", "--mode", "test", "--merchant", "nobody"], 'There is no merchant "nobody". There are: default.'],
    [["key", "list", "--merchant", "nobody"], 'There is no merchant "nobody".'],
    [["key", "revoke"], "Which key?"],
    [["key", "revoke", "key_none"], 'There is no key "key_none".'],
  ])("answers %j with what is wrong", async (args, problem) => {
    const { exitCode, out, err } = await waymarkOn(await open())(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });
});

describeOnEveryEngine("waymark merchant", (open) => {
  it("makes a merchant, and says where the pages are", async () => {
    const test = await open();
    const run = waymarkOn(test);
    expect(await run("merchant", "create", "fern", "--name", "Fern & Fable")).toEqual({
      exitCode: 0,
      out: "fern: Fern & Fable, https://track.example.com/tracking/fern/",
      err: "",
    });
    const brand = save("brand.json", JSON.stringify({ version: 1, name: "Night", colors: { brand: "#112233" }, layout: "banner" }));
    const night = await run("merchant", "create", "night", "--host", "Parcels.Night.example, night.example", "--brand", brand);
    expect(night).toMatchObject({
      exitCode: 0,
      err: "",
      out: expect.stringMatching(/^night: Night, https:\/\/parcels\.night\.example\/$/i),
    });
    expect((await findMerchantBySlug(test, "night"))?.brand).toMatchObject({ name: "Night", layout: "banner" });
    expect((await run("merchants")).out).toContain("night: Night, https://night.example/");
  });

  it("leaves a merchant alone that is there already, and hosts that belong to another", async () => {
    const test = await open();
    const run = waymarkOn(test);
    await createMerchant(test, "fern", { hosts: ["fern.example"] });
    expect((await run("merchant", "create", "fern", "--name", "Other")).err).toBe('There is a merchant "fern" already.');
    expect((await run("merchant", "create", "night", "--name", "Night", "--host", "fern.example")).err).toBe(
      "Other merchants have fern.example.",
    );
    expect(await findMerchantBySlug(test, "night")).toBeNull();
  });

  it("says everything that is wrong with a brand, and makes nothing", async () => {
    const test = await open();
    const brand = save("wrong.json", JSON.stringify({ colors: { brand: "red" }, colour: "red" }));
    const { exitCode, err } = await waymarkOn(test)("merchant", "create", "Fern!", "--name", "Fern", "--brand", brand);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/The merchant was not made:\n {2}slug: .+\n {2}brand\.colors\.brand: .+\n {2}brand: .+colour/);
  });
});

describe("waymark merchant", () => {
  it.each([
    [["merchant"], "Which merchant? Usage: waymark merchant create <slug>"],
    [["merchant", "create", "a", "b"], "One merchant at a time: b is too much."],
    [["merchant", "create", "fern"], "What is the shop called?"],
    [["merchant", "create", "fern", "--brand", "/nowhere/brand.json"], "/nowhere/brand.json cannot be read"],
    [["merchant", "create", "fern", "--brand", save("broken.json", "{")], "broken.json is not JSON: expected"],
    [["merchant", "create", "fern", "--brand", save("list.json", "[]")], "list.json holds no brand"],
  ])("answers %j with what is wrong, and touches nothing", async (args, problem) => {
    const { exitCode, out, err } = await waymark({}, ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });
});
