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

  it.each([
    ["/preferences/0ab1/unsubscribe).", "/preferences/0ab1/unsubscribe"],
    ["/preferences/0AB1/CONFIRM%20?lang=de&utm_source=mail", "/preferences/0ab1/confirm?lang=de"],
    ["/preferences%2F0ab1%2Funsubscribe%3Flang=de", "/preferences/0ab1/unsubscribe?lang=de"],
    ["/preferences%252F0ab1", "/preferences/0ab1"],
  ])("leads from a message's link in a mangled spelling to where it went: %s", async (asked, whole) => {
    const answer = await createVisitor(await open())(GET, asked, { path: [] });
    expect([answer.status, answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([308, whole, "private, no-store"]);
  });

  it("is not made one by a word that no message's link has", async () => {
    const visit = createVisitor(await open());
    for (const path of ["/preferences/0ab1/constructor", "/preferences/0ab1/unsubscribe/more", "/preferences"])
      expect((await visit(GET, path, { path: [] })).status).toBe(404);
  });

  it("is no picture where a browser looks for one of the site's by itself", async () => {
    const visit = createVisitor(await open());
    const typeOf = async (path: string) => {
      const answer = await visit(GET, path, { path: [] });
      return [answer.status, answer.headers.get("content-type")?.split(";")[0]];
    };
    expect(await typeOf("/apple-touch-icon.png")).toEqual([404, "text/html"]);
    expect(await typeOf("/pigeon/1234/5678.png")).toEqual([200, "image/png"]);
  });
});
