import { expect, it } from "vitest";
import { uspsNumber } from "#lib/sources/polling.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { easypostTracker, LAS_VEGAS, SARCOXIE } from "#lib/testing/factories.ts";
import { listEvents } from "./list-events.ts";
import { openBooks } from "./news.testing.ts";

describeOnEveryEngine("the list of events", (open) => {
  const moving = (tracking_code: string) => ({ ...easypostTracker({ status: "in_transit", scans: [LAS_VEGAS] }), tracking_code });
  const delivered = (tracking_code: string) => ({
    ...easypostTracker({ status: "delivered", scans: [LAS_VEGAS, SARCOXIE] }),
    tracking_code,
  });
  const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

  it("tells what one second brought to a parcel in the order it happened, whatever the size of its pages", async () => {
    const test = await open();
    const { register, tell, caller } = await openBooks(test);
    for (let index = 0; index < 8; index += 1) {
      const { id } = await register(uspsNumber(index));
      await tell(moving(uspsNumber(index)));
      await tell(delivered(uspsNumber(index)));
      const found: { type: string; scans: number }[] = [];
      let beforeId: string | undefined;
      do {
        const page = await listEvents(test, { caller, trackerId: id, page: { limit: 1, ...(beforeId && { beforeId }) } });
        if (page.kind !== "page") throw new Error(page.kind);
        found.push(...page.rows.map(({ type, tracker }) => ({ type, scans: tracker.tracker.scans.length })));
        beforeId = page.hasMore ? page.rows.at(-1)?.id : undefined;
      } while (beforeId !== undefined);
      expect(found).toEqual([
        { type: "tracker.updated", scans: 2 },
        { type: "tracker.updated", scans: 1 },
        { type: "tracker.created", scans: 0 },
      ]);
    }
  });

  it("goes on where a clock was set back in between", async () => {
    const test = await open();
    const { register, tell, events } = await openBooks(test);
    await register();
    test.clock.set("2026-03-01T11:00:00Z");
    await tell(easypostTracker({ status: "in_transit", scans: [LAS_VEGAS] }));
    expect(typesOf(await events())).toEqual(["tracker.created", "tracker.updated"]);
  });
});
