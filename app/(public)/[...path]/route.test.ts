import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

describeOnEveryEngine("an address of nothing", (open) => {
  it("is a 404 in the look of the merchant whose host it is on", async () => {
    const test = await open();
    await createMerchant(test, "fern", { hosts: ["track.fern.example"] });
    const answer = await createVisitor(test)(GET, "/wp-login.php", { path: ["wp-login.php"] }, { host: "track.fern.example" });
    const html = await answer.text();
    expect([answer.status, answer.headers.get("x-robots-tag")]).toEqual([404, "noindex, nofollow"]);
    expect(html).toContain("Shop fern");
    expect(html).not.toContain("wp-login");
  });
});
