import { describe, expect, it } from "vitest";
import { createLookupLimit } from "./lookup-limit.ts";

describe("the limit on look-ups", () => {
  it("lets an address look up as often as was set, then says how long to wait", async () => {
    const limit = createLookupLimit(3);
    const answers = [];
    for (let round = 0; round < 4; round++) answers.push(await limit({ client: "203.0.113.9", merchantId: "mrc_a" }));
    expect(answers.slice(0, 3)).toEqual([null, null, null]);
    expect(answers[3]).toBeGreaterThan(0);
    expect(answers[3]).toBeLessThanOrEqual(60);
  });

  it("counts each address by itself", async () => {
    const limit = createLookupLimit(1);
    await limit({ client: "203.0.113.9", merchantId: "mrc_a" });
    expect(await limit({ client: "203.0.113.10", merchantId: "mrc_a" })).toBeNull();
  });

  it("protects a merchant from many addresses together", async () => {
    const limit = createLookupLimit(1);
    const answers = [];
    for (let address = 0; address <= 500; address++) answers.push(await limit({ client: `address ${address}`, merchantId: "mrc_a" }));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await limit({ client: "address x", merchantId: "mrc_b" })).toBeNull();
  });

  it("can be switched off", async () => {
    const limit = createLookupLimit(0);
    for (let round = 0; round < 1000; round++) await limit({ client: "203.0.113.9", merchantId: "mrc_a" });
    expect(await limit({ client: "203.0.113.9", merchantId: "mrc_a" })).toBeNull();
  });
});
