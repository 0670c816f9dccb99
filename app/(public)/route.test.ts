import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";
import { GET as GET_OF_MERCHANT } from "./tracking/[merchant]/route.ts";

const visitor = (test: TestDatabase, options?: Parameters<typeof createVisitor>[1]) => {
  const visit = createVisitor(test, options);
  return (path: string, headers?: Record<string, string>) => visit(GET, path, {}, headers);
};

describeOnEveryEngine("the look-up", (open) => {
  it("asks for a number, and is kept by nobody", async () => {
    const answer = await visitor(await open())("/");
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await answer.text()).toMatch(/<form[^>]*action="\/"/);
  });

  it("leads to the page of a number whose carrier is clear, in the language and without the key it was asked with", async () => {
    const answer = await visitor(await open())("/?number=9405+5118+9922+3197+4284+90&lang=de&key=abc");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/usps/9405511899223197428490?lang=de"]);
  });

  it("offers a choice where two carriers are as likely", async () => {
    const answer = await visitor(await open())("/?number=401234567893");
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html.match(/href="\/[a-z_]+\/401234567893"/g)?.length).toBeGreaterThan(1);
  });

  it("says which digit looks wrong", async () => {
    expect(await (await visitor(await open())("/?number=9405511899223197428491")).text()).toMatch(/check digit|last digit|digit/i);
  });

  it.each(["", "%00", "💩", "9".repeat(5000), `"><script>alert(1)</script>`, "../../etc/passwd"])(
    "shows the form again for %j, and nothing of it as markup",
    async (number) => {
      const answer = await visitor(await open())(`/?number=${encodeURIComponent(number)}`);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain("<form");
      expect(html).not.toContain("<script>");
    },
  );

  it("lists the demo on the platform's own host, and on no merchant's", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const visit = visitor(test, { demo: true });
    const heading = "Journeys worth opening";
    expect(await (await visit("/", { host: "localhost:3000" })).text()).toContain(heading);
    expect(await (await visit("/", { host: "fern.localhost:3000" })).text()).not.toContain(heading);
  });

  it("lets whoever is curious into the demo's console by one button, where the console answers, and nowhere else", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const entry = /<form[^>]* action="\/admin\/try" method="post"/;
    const demo = visitor(test, { demo: true });
    expect(await (await demo("/", { host: "localhost:3000" })).text()).toMatch(entry);
    for (const host of ["127.0.0.1:3000", "fern.localhost:3000"]) expect(await (await demo("/", { host })).text()).not.toMatch(entry);
    expect(await (await visitor(test)("/", { host: "localhost:3000" })).text()).not.toMatch(entry);
  });
});

describeOnEveryEngine("a merchant's look-up under the platform's path", (open) => {
  it("is in the merchant's name and leads to the merchant's page, in whatever case the name is written", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    const visit = createVisitor(test);
    for (const merchant of ["fern", "FERN"]) {
      const page = await visit(GET_OF_MERCHANT, `/tracking/${merchant}`, { merchant });
      expect(await page.text()).toContain("Shop fern");
      const found = await visit(GET_OF_MERCHANT, `/tracking/${merchant}?number=9405511899223197428490`, { merchant });
      expect(found.headers.get("location")).toBe("/tracking/fern/usps/9405511899223197428490");
    }
  });

  it.each(["nobody", "a\0b", "__proto__", "x".repeat(5000)])("is a 404 for a merchant nobody knows", async (merchant) => {
    const answer = await createVisitor(await open())(GET_OF_MERCHANT, `/tracking/${encodeURIComponent(merchant)}`, { merchant });
    expect(answer.status).toBe(404);
  });
});
