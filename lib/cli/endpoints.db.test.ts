import { expect, it } from "vitest";
import { receivers } from "#lib/notifications/receiver.testing.ts";
import { openShop } from "#lib/notifications/shop.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { main } from "./main.ts";

function waymarkOn({ settings }: TestDatabase) {
  const environment = { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? "", ALLOW_PRIVATE_TARGETS: "on" };
  return async (...args: string[]) => {
    const said = { out: [] as string[], err: [] as string[] };
    const exitCode = await main(args, { out: (line) => said.out.push(line), err: (line) => said.err.push(line), environment });
    return { exitCode, out: said.out.join("\n"), err: said.err.join("\n") };
  };
}

const idIn = (text: string) => /hook_[\da-z]+/.exec(text)?.[0] ?? "";

describeOnEveryEngine("waymark endpoint", (open) => {
  const startReceiver = receivers();

  it("adds an endpoint and shows its secret this once", async () => {
    const test = await open();
    await openShop(test);
    const run = waymarkOn(test);
    const added = await run(
      "endpoint",
      "add",
      "https://shop.example/hooks",
      "--merchant",
      "fern",
      "--mode",
      "production",
      "--name",
      "Mails",
    );
    expect(added).toMatchObject({ exitCode: 0, err: "" });
    const [line, secretLine = ""] = added.out.split("\n");
    expect(line).toMatch(/^fern: hook_\w+ production standard https:\/\/shop\.example\/hooks "Mails", well$/);
    const [secret = ""] = /whsec_\S+/.exec(secretLine) ?? [];
    expect(secretLine).toBe(`Its secret, shown this once: ${secret}`);
    expect(secret).not.toBe("");
    expect((await run("endpoint", "list")).out).toBe(line);

    const rotated = await run("endpoint", "rotate", idIn(added.out));
    expect(rotated.out).toMatch(/^Its new secret, shown this once: whsec_/);
    expect(rotated.out).not.toContain(secret);
  });

  it("does not repeat a secret that it was given", async () => {
    const run = waymarkOn(await open());
    const added = await run("endpoint", "add", "https://a.example", "--mode", "test", "--format", "easypost", "--secret", "hush");
    expect(added.exitCode).toBe(0);
    expect(added.out).not.toContain("hush");
  });

  it("tests, lists what was delivered, and sends it again", async () => {
    const [test, receiver] = [await open(), await startReceiver()];
    const shop = await openShop(test);
    const run = waymarkOn(test);
    const id = idIn(
      (await run("endpoint", "add", receiver.url, "--merchant", "fern", "--mode", "production", "--header", "X-Shop: fern")).out,
    );
    receiver.answers(200, { body: "thanks" });
    expect((await run("endpoint", "test", id)).out).toMatch(/^thanks\nIt was accepted with 200 after \d+ ms\.$/);
    expect(receiver.received[0]?.headers).toMatchObject({ "x-shop": "fern" });
    receiver.answers(500);
    expect(await run("endpoint", "test", id)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/not accepted, .*: answered 500\.$/),
    });

    await shop.hasNews();
    await shop.run();
    const listed = await run("endpoint", "deliveries", id);
    expect(listed.out).toMatch(/^dlv_\w+ pending, evt_\w+, next attempt \S+Z\n {2}1\. \S+Z answered 500 \(\d+ ms\)$/);
    expect((await run("endpoint", "deliveries", id, "--state", "failed")).out).toBe("");
    expect((await run("endpoint", "replay", id)).out).toBe("1 delivery is sent again.");
    const [delivery = ""] = /dlv_\w+/.exec(listed.out) ?? [];
    expect((await run("endpoint", "replay", delivery)).out).toBe(`${delivery} is sent again.`);
    expect((await run("endpoint", "disable", id)).exitCode).toBe(0);
    expect((await run("endpoint", "list")).out).toMatch(/, disabled \S+Z: switched off by hand$/);
    expect(await run("endpoint", "replay", delivery)).toMatchObject({ exitCode: 1, err: expect.stringContaining("enable it first") });
    expect((await run("endpoint", "enable", id)).exitCode).toBe(0);
    expect((await run("endpoint", "remove", id)).out).toBe(`${id} is removed.`);
    expect((await run("endpoint", "list")).out).toBe("");
  });

  it.each([
    [["endpoint"], "What about endpoints? Usage: waymark endpoint add"],
    [["endpoint", "constructor"], "What about endpoints?"],
    [["endpoint", "add"], "Which address?"],
    [["endpoint", "add", "https://a.example"], "Which mode? --mode is test or production."],
    [
      ["endpoint", "add", "https://a.example", "--mode", "test", "--format", "xml"],
      'There is no format "xml". Choose one of: standard, easypost',
    ],
    [
      ["endpoint", "add", "https://a.example", "--mode", "test", "--merchant", "nobody"],
      'There is no merchant "nobody". There are: default',
    ],
    [["endpoint", "add", "nowhere", "--mode", "test", "--header", "x"], "url: is no address"],
    [["endpoint", "test"], "Which endpoint?"],
    [["endpoint", "remove", "hook_nope"], 'There is no endpoint "hook_nope"'],
    [["endpoint", "replay", "dlv_nope"], 'There is no delivery "dlv_nope"'],
    [["notices", "resolve"], "Which notice?"],
    [["notices", "resolve", "ntc_nope"], 'There is no open notice "ntc_nope"'],
    [["notices", "forget"], 'Notices cannot be asked to "forget"'],
  ])("answers %j with what is wrong", async (args, problem) => {
    const { exitCode, out, err } = await waymarkOn(await open())(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(problem);
  });
});

describeOnEveryEngine("waymark notices", (open) => {
  const startReceiver = receivers();

  it("lists what merchants should know, until it is resolved", async () => {
    const [test, receiver] = [await open(), await startReceiver()];
    const shop = await openShop(test);
    const run = waymarkOn(test);
    expect((await run("notices")).out).toBe("");
    await shop.addEndpoint({ url: receiver.url, name: "Mails" });
    receiver.answers(410);
    await shop.hasNews();
    await shop.run();
    const { out } = await run("notices", "--merchant", "fern");
    expect(out).toMatch(
      /^fern: ntc_\w+ endpoint\.disabled, \S+Z\n {2}The production endpoint Mails at 127\.0\.0\.1:\d+ \(hook_\w+\) has been switched off: it answered 410/,
    );
    const [id = ""] = /ntc_\w+/.exec(out) ?? [];
    expect((await run("notices", "resolve", id)).out).toBe(`${id} is resolved.`);
    expect((await run("notices")).out).toBe("");
    expect((await run("notices", "--all")).out).toContain(", resolved ");
  });
});
