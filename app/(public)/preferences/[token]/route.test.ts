import { expect, it } from "vitest";
import { booksOf, createShopper, type Sent } from "#app/_server/post-form.testing.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import { subscriptionToken } from "#lib/subscriptions/subscription-token.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import * as confirmation from "./confirm/route.ts";
import * as preferences from "./route.ts";
import * as unsubscribing from "./unsubscribe/route.ts";

const ROUTES = { "": preferences, "/confirm": confirmation, "/unsubscribe": unsubscribing };
type Place = keyof typeof ROUTES;

async function openMail(test: TestDatabase, wish: "wish" | "inPublic" = "wish") {
  const shop = await openShop(test, "fern");
  await shop[wish]({ topics: ["delivered", "delayed"], lang: "de" });
  const { row } = await shop.only();
  const token = subscriptionToken(test, row.id);
  const send = createShopper(test);
  const open = (place: Place, { query = "", ...sent }: Sent & { query?: string } = {}, asked = token) => {
    const { GET, POST } = ROUTES[place];
    const isPost = sent.method === "POST" || sent.form !== undefined;
    return send(isPost ? POST : GET, { token: asked }, `/preferences/${asked}${place}${query}`, sent);
  };
  const state = async () => (await shop.only()).row.state;
  return { shop, token, open, state };
}

const headlineOf = ({ html }: { html: string }) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];
const chosenIn = ({ html }: { html: string }) =>
  [...html.matchAll(/<input type="checkbox" name="topic"([^>]*)value="(\w+)"/g)].flatMap(([, before = "", topic]) =>
    before.includes("checked") ? [topic] : [],
  );

describeOnEveryEngine("a shopper's preferences", (open) => {
  it("show what they are told, where to, and of which parcel, in their language and the shop's look, and nothing private", async () => {
    const test = await open();
    const { open: visit, shop } = await openMail(test);
    const page = await visit("");
    expect(page.html).toContain('<html lang="de"');
    expect(page.html).toContain("m•••@shopper.example");
    expect(page.html).toContain("Shop fern");
    expect(chosenIn(page)).toEqual(["delivered", "delayed"]);
    expect(page.html).toContain(`href="http://localhost:3000/tracking/fern/usps/${shop.parcel.tracker.trackingNumber}"`);
    for (const secret of ["mia@", "key="]) expect(page.html).not.toContain(secret);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": expect.stringContaining("form-action 'self'"),
    });
    expect((await visit("", { headers: { host: "anything.example" } })).html).toContain("Shop fern");
  });

  it("are saved: topics, language, and the zone of their clock", async () => {
    const { open: visit, shop } = await openMail(await open());
    const saved = await visit("", { form: { topic: ["shipped", "gossip"], lang: "en", time_zone: "Europe/Berlin" } });
    expect([headlineOf(saved), chosenIn(saved)]).toEqual(["Saved", ["shipped"]]);
    expect((await shop.only()).row).toMatchObject({ topics: '["shipped"]', lang: "en", time_zone: "Europe/Berlin" });
    expect((await visit("", { form: { lang: "xx", topic: [] } })).html).toContain("Please choose at least one.");
    expect((await shop.only()).row).toMatchObject({ topics: '["shipped"]', lang: "en" });
  });

  it("are confirmed by a button, not by a link being opened", async () => {
    const { open: visit, state } = await openMail(await open(), "inPublic");
    expect((await visit("/confirm", { query: "?lang=en" })).html).toContain("Yes, send me updates");
    expect(await state()).toBe("pending");
    expect(headlineOf(await visit("/confirm", { form: {}, query: "?lang=en" }))).toBe("You will hear from us");
    expect(await state()).toBe("active");
    expect(headlineOf(await visit("/confirm", { query: "?lang=en" }))).toBe("You will hear from us");
  });

  it("end at once by one button, and by what mail providers send for theirs, however often", async () => {
    const { open: visit, state } = await openMail(await open());
    expect((await visit("/unsubscribe", { query: "?lang=en" })).html).toContain(">Unsubscribe</button>");
    expect(await state()).toBe("active");
    for (let n = 0; n < 2; n++) {
      const answer = await visit("/unsubscribe", {
        form: { "List-Unsubscribe": "One-Click" },
        query: "?lang=en",
        headers: { host: "mail.example" },
      });
      expect([answer.status, headlineOf(answer), answer.headers.get("location")]).toEqual([200, "You are unsubscribed", null]);
      expect(await state()).toBe("ended");
    }
  });

  it("end by a provider's post in parts as well, which some send", async () => {
    const test = await open();
    const { token, state } = await openMail(test);
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    const request = new Request(`http://localhost:3000/preferences/${token}/unsubscribe`, { method: "POST", body });
    expect((await unsubscribing.POST(request, { params: Promise.resolve({ token }) })).status).toBe(200);
    expect(await state()).toBe("ended");
  });

  it("can end all that the shop writes, and begin again", async () => {
    const test = await open();
    const { open: visit, shop, state } = await openMail(test);
    expect((await visit("/unsubscribe", { form: { all: "1" }, query: "?lang=en" })).html).toContain("Shop fern sends you nothing more");
    expect(await shop.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
    expect((await visit("", { query: "?lang=en" })).html).toContain("Save to start them again");
    await visit("", { form: { topic: ["delivered"] } });
    expect(await state()).toBe("active");
  });

  it("say so where nothing can be sent to the address", async () => {
    const test = await open();
    const { open: visit } = await openMail(test);
    await test.db.kysely.updateTable("subscriptions").set({ state: "ended", ended_reason: "bounced" }).execute();
    for (const place of ["", "/confirm"] as const)
      expect(headlineOf(await visit(place, { query: "?lang=en" }))).toBe("Nothing is sent to this address");
    expect(headlineOf(await visit("", { form: { topic: ["delivered"] }, query: "?lang=en" }))).toBe("Nothing is sent to this address");
  });

  it("are as calm about a link that was never given out as about one that has served", async () => {
    const test = await open();
    const { open: visit, shop, token } = await openMail(test);
    await deleteTracker(test, { caller: shop.caller, id: shop.parcel.id });
    const told = async (place: Place, asked: string, sent: Sent) => {
      const { status, html } = await visit(place, sent, asked);
      return { status, html };
    };
    const wrong = [`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, "x", "%00", "../../etc/passwd", "💩", "a".repeat(5000)];
    for (const place of ["", "/confirm", "/unsubscribe"] as const) {
      for (const sent of [{}, { form: { all: "1" } }]) {
        const served = await told(place, token, sent);
        expect([served.status, headlineOf(served)]).toEqual([200, "This link no longer works"]);
        for (const asked of wrong) expect(await told(place, asked, sent)).toEqual(served);
      }
    }
  });

  it("change nothing by being opened, by whichever scanner, by any method that asks", async () => {
    const test = await open();
    const { open: visit, token } = await openMail(test, "inPublic");
    const before = await booksOf(test);
    for (const place of ["", "/confirm", "/unsubscribe"] as const) {
      for (const method of ["GET", "HEAD"] as const) {
        for (const asked of [token, token.toUpperCase(), `${token}=`, token.slice(3)]) {
          for (const query of ["", "?List-Unsubscribe=One-Click&all=1&topic=shipped", "?utm_source=mail"]) {
            expect((await visit(place, { method, query }, asked)).status).toBe(200);
          }
        }
      }
    }
    expect(await booksOf(test)).toBe(before);
  });

  it("of one shop's shopper are nothing to another shop", async () => {
    const test = await open();
    const { open: visit } = await openMail(test);
    const night = await openShop(test, "night");
    await night.wish();
    await visit("/unsubscribe", { form: { all: "1" }, headers: { host: "night.localhost:3000" } });
    expect((await night.only()).row).toMatchObject({ state: "active" });
    expect(await night.wish()).toMatchObject({ kind: "subscribed" });
  });
});
