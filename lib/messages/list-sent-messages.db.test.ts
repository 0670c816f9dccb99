import { expect, it } from "vitest";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { listSentMessages } from "./list-sent-messages.ts";

describeOnEveryEngine("what was sent", (open) => {
  it("is listed newest first and page by page, and each shop's for itself", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test, "fern"), await openShop(test, "night")];
    const planned: (string | undefined)[] = [];
    for (let n = 0; n < 3; n++) {
      await fern.inPublic({ address: `n${n}@shop${n}.example` });
      planned.unshift((await fern.messages()).find(({ id }) => !planned.includes(id))?.id);
      test.clock.advanceMinutes(1);
    }
    const pageOf = async (request: { beforeId?: string; afterId?: string }, books = fern.caller) => {
      const page = await listSentMessages(test, books, { limit: 2, ...request });
      return page.kind === "page" ? [page.rows.map(({ id }) => id), page.hasMore] : page.kind;
    };
    const [third, second = "", first = ""] = planned;
    expect(await pageOf({})).toEqual([[third, second], true]);
    expect(await pageOf({ beforeId: second })).toEqual([[first], false]);
    expect(await pageOf({ afterId: first })).toEqual([[third, second], false]);
    expect(await pageOf({}, night.caller)).toEqual([[], false]);
    for (const beforeId of [second, "msg_0", "\0"]) expect(await pageOf({ beforeId }, night.caller)).toBe("cursor_unknown");
  });
});
