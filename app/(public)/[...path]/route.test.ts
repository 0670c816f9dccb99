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

  it.each([
    ["/TRACKING/FERN/USPS/9405511899223197428490", "/tracking/fern/usps/9405511899223197428490"],
    ["/usps%252F9405511899223197428490?lang=de&utm_source=mail", "/usps/9405511899223197428490?lang=de"],
    ["/tracking%2Ffern%2Fusps%2F9405511899223197428490%2F%3Flang%3Dde", "/tracking/fern/usps/9405511899223197428490?lang=de"],
  ])("leads from a parcel's address in a mangled spelling to the canonical one: %s", async (asked, canonical) => {
    const test = await open();
    await createMerchant(test, "fern");
    const answer = await createVisitor(test)(GET, asked, { path: [] });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, canonical]);
  });
});
