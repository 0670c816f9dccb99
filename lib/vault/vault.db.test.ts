import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { AppError } from "#lib/shared/errors.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createVault } from "./create-vault.ts";
import { getOrCreateInstallationSecret } from "./installation-secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = "the installation's own key, 0123456789";

describeOnEveryEngine("the vault", (open) => {
  /** Another process on the same database, with settings of its own. */
  const startWith = (test: TestDatabase, config: { secretKey: string | null; dataDir?: string }) =>
    createVault({ db: test.db, random: randomBytes, config: { dataDir: test.config.dataDir, ...config } });

  const forgetCheck = (test: TestDatabase) => test.db.kysely.deleteFrom("installation_secrets").execute();

  it("opens what it sealed, also after a restart", async () => {
    const test = await open();
    const sealed = test.vault.seal("hunter2", "sources.secrets");
    const restarted = await startWith(test, { secretKey: null });
    expect(restarted.open(sealed, "sources.secrets")).toBe("hunter2");
    expect(statSync(join(test.config.dataDir, "secret.key")).isFile()).toBe(true);
  });

  it("says so when something else was sealed than asked for", async () => {
    const test = await open();
    const sealed = test.vault.seal("hunter2", "sources.secrets");
    expect(() => test.vault.open(sealed, "endpoints.secret")).toThrow(AppError);
    expect(() => test.vault.open(sealed, "endpoints.secret")).toThrow(/endpoints\.secret was sealed with another key/);
  });

  it("refuses to start with another key, and names what to set", async () => {
    const test = await open();
    await expect(startWith(test, { secretKey: KEY })).rejects.toMatchObject({
      code: "secret_unreadable",
      message: expect.stringMatching(/another key than SECRET_KEY\. Set SECRET_KEY to the first one, or unset it/),
    });
    await expect(startWith(test, { secretKey: null, dataDir: join(folder, "elsewhere") })).rejects.toMatchObject({
      code: "secret_unreadable",
      message: expect.stringMatching(
        /another key than the one in .+elsewhere.secret\.key\. Put the first key back there, or set SECRET_KEY/,
      ),
    });
  });

  it("finds again what it sealed by a digest that nobody else can make", async () => {
    const test = await open();
    const digest = test.vault.digest("mia@shopper.example", "orders.customer_email");
    expect(digest).toMatch(/^[\da-f]{64}$/);
    expect((await startWith(test, { secretKey: null })).digest("mia@shopper.example", "orders.customer_email")).toBe(digest);
    expect(test.vault.digest("mia@shopper.example", "elsewhere")).not.toBe(digest);
    await forgetCheck(test);
    expect((await startWith(test, { secretKey: KEY })).digest("mia@shopper.example", "orders.customer_email")).not.toBe(digest);
  });

  it("never tells the key", async () => {
    const test = await open();
    const error = await startWith(test, { secretKey: KEY }).catch((reason: unknown) => reason as AppError);
    expect(JSON.stringify([(error as AppError).message, (error as AppError).publicMessage, (error as AppError).details])).not.toContain(
      KEY,
    );
  });

  it("takes the key of the first of two processes that start at once", async () => {
    const test = await open();
    await forgetCheck(test);
    const starts = await Promise.allSettled([startWith(test, { secretKey: KEY }), startWith(test, { secretKey: `${KEY} too` })]);
    expect(starts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await forgetCheck(test);
    const same = await Promise.all([startWith(test, { secretKey: KEY }), startWith(test, { secretKey: KEY })]);
    expect(same[1].open(same[0].seal("hunter2", "x"), "x")).toBe("hunter2");
  });

  it("needs no file where the key is a setting", async () => {
    const test = await open();
    await forgetCheck(test);
    await startWith(test, { secretKey: KEY, dataDir: join(folder, "untouched") });
    expect(() => statSync(join(folder, "untouched"))).toThrow(/ENOENT/);
  });

  it("keeps secrets of the installation, made once however many ask", async () => {
    const test = await open();
    let made = 0;
    const make = async () => {
      made += 1;
      return `secret ${made}`;
    };
    const ask = () => getOrCreateInstallationSecret(test, "signing key", make);
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(asked).size).toBe(1);
    expect(await ask()).toBe(asked[0]);
    expect(await getOrCreateInstallationSecret(test, "another", make)).not.toBe(asked[0]);
    const rows = await test.db.kysely.selectFrom("installation_secrets").selectAll().execute();
    expect(rows.map(({ name }) => name).sort()).toEqual(["another", "check", "signing key"]);
    expect(JSON.stringify(rows)).not.toContain("secret 1");
  });
});
