import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ingest } from "#lib/shipments/ingest.ts";
import { readStoredSecrets } from "#lib/sources/stored-secrets.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker, shipmentNotify } from "#lib/testing/factories.ts";
import { main } from "./main.ts";

interface World {
  input?: string;
  environment?: Record<string, string>;
}

const waymarkOn =
  ({ settings }: TestDatabase, { input, environment }: World = {}) =>
  async (...args: string[]) => {
    const said = { out: [] as string[], err: [] as string[] };
    const exitCode = await main(args, {
      out: (line) => said.out.push(line),
      err: (line) => said.err.push(line),
      environment: {
        DATA_DIR: settings.dataDir,
        DATABASE_URL: settings.databaseUrl ?? "",
        PUBLIC_ORIGIN: "https://track.example.com",
        ...environment,
      },
      ...(input !== undefined && { readInput: async () => input }),
    });
    return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
  };

async function secretsOf(test: TestDatabase, slug: string) {
  const row = await test.db.kysely.selectFrom("sources").where("slug", "=", slug).select("id").executeTakeFirstOrThrow();
  return readStoredSecrets(test, row.id);
}

describeOnEveryEngine("waymark source", (open) => {
  it("adds a source, and prints the address to enter at the provider, with its token, this once", async () => {
    const test = await open();
    await createMerchant(test, "acme");
    const run = waymarkOn(test);
    const { exitCode, out, err } = await run("source", "add", "shipment_notify", "--merchant", "acme", "--mode", "production");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    const token = (await secretsOf(test, "shipment-notify"))?.token;
    expect(out.split("\n")).toEqual([
      "acme/shipment-notify: shipment_notify, production, has token",
      `  Enter this address there: https://track.example.com/api/hooks/acme/shipment-notify?token=${token}`,
      `  Its token, shown this once: ${token}`,
    ]);
    expect((await run("source", "list")).out).not.toContain(token);
  });

  it("takes secrets from standard input, a line each, or from variables, and shows none of them", async () => {
    const test = await open();
    const run = waymarkOn(test, { input: "whispered to us\r\n", environment: { SOURCE_API_KEY: "EZTK-0123456789" } });
    const { exitCode, out } = await run("source", "add", "easypost", "--mode", "test", "--webhook-secret", "-", "--api-key", "-");
    expect(exitCode).toBe(0);
    expect(out).not.toMatch(/whispered|EZTK/);
    expect(out).toContain("has API key, webhook secret; polled");
    expect(await secretsOf(test, "easypost")).toEqual({ webhookSecret: "whispered to us", apiKey: "EZTK-0123456789" });
  });

  it.each([
    [["add"], "Which provider? Choose one of: easypost, shippo, shipengine, shipment_notify."],
    [["add", "fedex", "--mode", "test"], "Which provider?"],
    [["add", "easypost"], "Which mode? --mode is test or production."],
    [["add", "easypost", "--mode", "test", "--merchant", "nobody"], 'There is no merchant "nobody". There are: default.'],
    [["add", "easypost", "--mode", "test", "--polled", "perhaps"], "--polled is on or off."],
    [["add", "easypost", "--mode", "test", "--polled", "on"], "isPolled: needs an API key among the secrets"],
    [["add", "easypost", "--mode", "test", "--slug", "My Shop"], "slug: must be 1 to 40 lower-case letters"],
    [
      ["add", "shippo", "--mode", "test", "--token", "-"],
      "--token - takes what stands in SOURCE_TOKEN, or a line of standard input, and there is neither.",
    ],
    [["update", "nothing", "--polled", "off"], 'default has no source "nothing". `waymark source list` shows which there are.'],
    [["rotate"], "Which source?"],
    [["remove", "nothing"], 'default has no source "nothing".'],
    [["paint"], "What about sources? Usage: waymark source add <provider>"],
  ])("answers %j with what is wrong", async (args, problem) => {
    const test = await open();
    const { exitCode, out, err } = await waymarkOn(test)("source", ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
    expect(await test.db.kysely.selectFrom("sources").select("id").execute()).toEqual([]);
  });

  it("changes what is named, and leaves the rest", async () => {
    const test = await open();
    const run = waymarkOn(test);
    await run("source", "add", "shippo", "--mode", "test", "--token", "a-token-of-some-length");
    const updated = await run("source", "update", "shippo", "--api-key", "shippo_test_0123456789", "--enabled", "off");
    expect(updated.out).toMatch(/^default\/shippo: shippo, test, has API key, token; polled; disabled \d{4}-.+Z$/);
    expect((await run("source", "update", "shippo", "--api-key", "", "--enabled", "on")).out).toBe(
      "default/shippo: shippo, test, has token",
    );
    expect((await run("source", "add", "shippo", "--mode", "test", "--slug", "shippo")).err).toContain("has a source shippo already");
  });

  it("rotates, lists and removes", async () => {
    const test = await open();
    const run = waymarkOn(test);
    const { out } = await run("source", "add", "easypost", "--mode", "test");
    const before = /shown this once: (\w+)/.exec(out)?.[1];
    const rotated = await run("source", "rotate", "easypost");
    expect(rotated.out).toMatch(
      /^Its new webhook secret, shown this once: [0-9a-z]{32}\nThe one before is accepted as well until \d{4}-.+Z\.$/,
    );
    expect(rotated.out).not.toContain(before);
    expect((await run("source", "list")).out.split("\n")).toEqual([
      "default/easypost: easypost, test, has webhook secret",
      "  https://track.example.com/api/hooks/default/easypost",
      expect.stringMatching(/^ {2}the secret before is accepted until /),
    ]);
    expect((await run("source", "remove", "easypost")).out).toBe("easypost of default is removed.");
    expect((await run("source", "list")).out).toBe("");
  });
});

describeOnEveryEngine("waymark payloads and waymark replay", (open) => {
  it("list what nobody could read, without its body, and read it again after a fix", async () => {
    const test = await open();
    await createMerchant(test, "acme");
    const { tracking_code: _, ...incomplete } = easypostTracker({ signedBy: "J DOE" });
    const outcome = await ingest(test, { provider: "easypost", merchantSlug: "acme", body: JSON.stringify(incomplete) });
    const id = "payloadId" in outcome ? outcome.payloadId : null;
    const run = waymarkOn(test);

    const listed = await run("payloads");
    expect(listed.out).toMatch(new RegExp(`^acme: ${id} easypost, by hand, 2026-03-01T12:00:00Z\n {2}tracking_code: missing`));
    expect(listed.out).not.toContain("DOE");
    expect((await run("payloads", "--merchant", "default")).out).toBe("");

    const tried = await run("replay");
    expect(tried).toMatchObject({ exitCode: 0, out: expect.stringContaining(`acme: ${id} invalid: tracking_code: missing`) });
    await test.db.kysely
      .updateTable("payloads")
      .set({ body: JSON.stringify(easypostTracker({})) })
      .execute();
    expect(await run("replay")).toEqual({ exitCode: 0, out: `acme: ${id} ingested\n1 ingested`, err: "" });
    expect(await run("replay")).toEqual({ exitCode: 0, out: "There is nothing to replay.", err: "" });
    expect(await run("replay", "--payload", String(id))).toEqual({ exitCode: 0, out: `acme: ${id} ingested\n1 ingested`, err: "" });
  });

  it.each([
    [["replay", "--payload", "pay_unknown"], 'There is no payload "pay_unknown".'],
    [["replay", "--outcome", "lost"], 'There is no outcome "lost" to ask for. Choose one of: invalid, received.'],
    [["payloads", "--merchant", "nobody"], 'There is no merchant "nobody".'],
  ])("answer %j with what is wrong", async (args, problem) => {
    const { exitCode, out, err } = await waymarkOn(await open())(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });
});

describeOnEveryEngine("waymark ingest", (open) => {
  it("takes in what can be read of an order, and says what it left out", async () => {
    const test = await open();

    const folder = mkdtempSync(join(test.settings.dataDir, "order-"));
    const file = join(folder, "order.json");
    const parcels = ["9400100109361129278357", "???"].map((number) => ({ number, items: {} }));
    writeFileSync(file, JSON.stringify(shipmentNotify({ parcels })));
    const { exitCode, out } = await waymarkOn(test)("ingest", "shipment_notify", file);
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(0);
    expect(out).toContain("usps 9400100109361129278357: created, in_transit (production)");
    expect(out).toContain('Left out: data.trackings.1.tracking_number: not a tracking number: "???"');
  });
});
