import { expect, it } from "vitest";
import { insertMessageRow } from "#lib/db/queries/messages.ts";
import { dsn } from "#lib/messages/reports/reports.testing.ts";
import { newMessageRow } from "#lib/subscriptions/new-message-row.ts";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { main } from "./main.ts";

describeOnEveryEngine("waymark bounce", (open) => {
  it("takes in a mail that came back, and says what that ended", async () => {
    const test = await open();
    const fern = await openShop(test, "fern");
    const night = await openShop(test, "night");
    for (const shop of [fern, night]) await shop.wish();
    const run = async (input: string, ...args: string[]) => {
      const said: string[] = [];
      const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line), readInput: async () => input };
      const environment = { DATA_DIR: test.settings.dataDir, DATABASE_URL: test.settings.databaseUrl ?? "" };
      return [await main(["bounce", ...args], { ...terminal, environment }), said.join("\n")];
    };
    const { row } = await fern.only();
    const message = newMessageRow({ now: test.clock.now(), random: test.random }, row, {
      kind: "news",
      topics: [],
      dueAt: test.clock.now(),
    });
    await insertMessageRow(test.db.kysely, { ...message, provider_id: "msg_1@track.example" });
    const mail = dsn({ messageId: "<msg_1@track.example>", address: "mia@shopper.example" });
    expect(await run(mail, "--merchant", "fern")).toEqual([0, "Nothing more is sent to that address."]);
    expect([(await fern.only()).row.ended_reason, (await night.only()).row.state]).toEqual(["bounced", "active"]);
    const other = dsn({ messageId: null, address: "nobody@shopper.example" });
    expect(await run(other, "--merchant", "fern")).toEqual([0, "It ends nothing: no lasting failure, or about no mail of ours."]);
    expect(await run("hello", "--merchant", "fern")).toEqual([1, expect.stringContaining("no delivery report")]);
    expect(await run(mail, "--merchant", "nobody")).toEqual([1, expect.stringContaining('There is no merchant "nobody"')]);
  });
});
