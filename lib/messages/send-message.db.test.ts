import { createHmac } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { changeMessageSettings } from "#lib/senders/change-message-settings.ts";
import type { MessageId } from "#lib/shared/ids.ts";
import { NUMBER } from "#lib/shipments/news.testing.ts";
import { receiveWebhook } from "#lib/shipments/receive-webhook.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { confirmSubscription } from "#lib/subscriptions/confirm-subscription.ts";
import { endSubscription } from "#lib/subscriptions/end-subscription.ts";
import { subscriptionToken } from "#lib/subscriptions/subscription-token.ts";
import { suppressAddress } from "#lib/subscriptions/suppress-address.ts";
import { unsubscribe } from "#lib/subscriptions/unsubscribe.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostEvent } from "#lib/testing/factories.ts";
import { unsubscribePath } from "#lib/view/page-links.ts";
import { headerOf, openOffice, picture, SCANS } from "./office.testing.ts";
import { recordHandOver } from "./record-hand-over.ts";
import { sendMessage } from "./send-message.ts";

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const { shipped, out, delivered } = SCANS;
const WISH = { topics: ["shipped", "out_for_delivery", "delivered"], lang: "de", timeZone: "Europe/Berlin" } as const;

describeOnEveryEngine("a message to a shopper", (open) => {
  async function setUp() {
    const office = await openOffice(await open(), (close) => undo.push(close));
    const shop = await office.openShop();
    const states = async () => (await shop.messages()).map(({ state, problem }) => [state, problem]);
    const onlyMessage = async () => {
      const [message] = await shop.messages();
      if (!message) throw new Error("there is no message");
      return { message, job: { merchantId: shop.merchantId, messageId: message.id } };
    };
    return { ...office, shop, states, onlyMessage };
  }

  it("comes from a webhook, in the shopper's language, with the link that is theirs alone", async () => {
    const { ctx, mails, shop, wait, problems } = await setUp();
    const secrets = { webhookSecret: "whispered" };
    await createSource(ctx, { merchantId: shop.merchantId, provider: "easypost", mode: "production", secrets });
    await shop.wish(WISH);
    const body = JSON.stringify(easypostEvent("evt_1", picture([shipped])));
    const signature = `hmac-sha256-hex=${createHmac("sha256", "whispered").update(body).digest("hex")}`;
    const webhook = { method: "POST", target: "/", headers: { "x-hmac-signature": signature }, body: Buffer.from(body) };
    const received = await receiveWebhook(ctx, { merchantSlug: "fern", sourceSlug: "easypost", webhook });
    expect(received.kind).toBe("received");

    await wait(0);
    expect(mails.mails).toEqual([]);
    await wait(5);
    expect([mails.mails.length, problems]).toEqual([1, []]);
    const [mail] = mails.mails;
    if (!mail) throw new Error("no mail");
    const { row } = await shop.only();
    expect(mail).toMatchObject({
      from: { name: "Shop fern", address: "waymark@track.example" },
      to: [{ address: "mia@shopper.example" }],
      subject: "Ihr Paket ist unterwegs",
    });
    const { private_key: key } = await ctx.db.kysely.selectFrom("trackers").select("private_key").executeTakeFirstOrThrow();
    const page = `https://track.example/tracking/fern/usps/${NUMBER}?key=${key}&lang=de`;
    expect(mail.text).toContain(page);
    expect(mail.html).toContain(page.replaceAll("&", "&amp;"));
    expect(mail.html).toContain('lang="de"');
    const unsubscribe = `https://track.example${unsubscribePath(subscriptionToken(ctx, row.id))}`;
    expect(headerOf(mail, "List-Unsubscribe")).toBe(`<${unsubscribe}>`);
    expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(mail, "Content-Language")).toBe("de");
    const [message] = await shop.messages();
    expect(mail.messageId).toBe(`<${message?.id}@track.example>`);
    expect(message).toMatchObject({ state: "sent", attempts: 1, provider_id: `${message?.id}@track.example`, problem: null });
    const hosts = [...(mail.html ?? "").matchAll(/(?:src|href|url)\s*[=(]\s*["']?(https?:\/\/[^/"')]+)/g)].map(([, host]) => host);
    expect(new Set(hosts)).toEqual(new Set(["https://track.example"]));
  });

  it("is one for several changes that follow each other, and says what is true when it goes", async () => {
    const { mails, shop, wait } = await setUp();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    await wait(1);
    await shop.tell(picture([shipped, out]));
    await wait(1);
    await shop.tell(picture([shipped, out, delivered]));
    await wait(1);
    expect(mails.mails).toEqual([]);
    await wait(2);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Ihr Paket wurde zugestellt"]);
    await wait(60);
    expect(mails.mails).toHaveLength(1);
  });

  it("is not sent twice for one change, however often and in whatever order it is told", async () => {
    const { mails, shop, wait } = await setUp();
    await shop.wish(WISH);
    const story = [picture([shipped]), picture([shipped, out]), picture([shipped, out, delivered])];
    for (const told of [...story, ...story, ...story.toReversed()]) {
      await shop.tell(told);
      await wait(10);
    }
    expect(mails.mails.map(({ subject }) => subject)).toEqual([
      "Ihr Paket ist unterwegs",
      "Ihr Paket wird gerade zugestellt",
      "Ihr Paket wurde zugestellt",
    ]);
  });

  it("that was overtaken makes room for what overtook it, though that was not asked for", async () => {
    const { mails, shop, wait } = await setUp();
    await shop.wish({ ...WISH, topics: ["out_for_delivery"] });
    await shop.tell(picture([shipped, out]));
    await shop.tell(picture([shipped, out, delivered]));
    await wait(5);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Ihr Paket wurde zugestellt"]);
  });

  it("is only about what they asked for, and never about history", async () => {
    const { mails, shop, wait, ctx } = await setUp();
    await shop.wish({ ...WISH, topics: ["delivered"] });
    await shop.tell(picture([shipped, out]));
    await wait(60);
    expect(await shop.messages()).toEqual([]);
    ctx.clock.set("2026-03-04T12:00:00Z");
    await shop.tell(picture([shipped, out, delivered]));
    await wait(60);
    expect([await shop.messages(), mails.mails]).toEqual([[], []]);
  });

  it("waits for the morning where the shopper is, and says then what is true", async () => {
    const { ctx, mails, shop, wait } = await setUp();
    await changeMessageSettings(ctx, { merchantId: shop.merchantId, changes: { quietHours: { from: 22 * 60, until: 7 * 60 } } });
    await shop.wish({ ...WISH, timeZone: "Asia/Tokyo" });
    await shop.tell(picture([shipped]));
    await wait(120);
    expect(ctx.clock.now()).toBe("2026-03-01T14:00:00Z");
    await shop.tell(picture([shipped, out]));
    await wait(7 * 60 + 59);
    expect(mails.mails).toEqual([]);
    await wait(1);
    expect(ctx.clock.now()).toBe("2026-03-01T22:00:00Z");
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Ihr Paket wird gerade zugestellt"]);
  });

  it.each<[string, (setting: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>]>([
    [
      "they ended it",
      async ({ ctx, shop }) => {
        const { ref } = await shop.only();
        await ctx.db.kysely.transaction().execute((trx) => endSubscription(trx, ctx, { ...ref, reason: "unsubscribed" }));
      },
    ],
    [
      "their address takes no mail",
      async ({ ctx, shop }) => {
        const { row } = await shop.only();
        const address = { channel: "email", addressDigest: row.address_digest, addressHint: row.address_hint } as const;
        const suppression = { merchantId: shop.merchantId, ...address, reason: "complained" } as const;
        await ctx.db.kysely.transaction().execute((trx) => suppressAddress(trx, ctx, suppression));
      },
    ],
    ["the shop says no more", ({ ctx, shop }) => changeMessageSettings(ctx, { merchantId: shop.merchantId, changes: { isOn: false } })],
    [
      "the shop tells of other things",
      ({ ctx, shop }) => changeMessageSettings(ctx, { merchantId: shop.merchantId, changes: { topics: ["delivered"] } }),
    ],
    ["the parcel is gone", ({ ctx }) => ctx.db.kysely.updateTable("trackers").set({ deleted_at: ctx.clock.now() }).execute()],
    [
      "the shop is a visitor's",
      ({ ctx }) => ctx.db.kysely.updateTable("merchants").set({ expires_at: ctx.clock.now() }).where("slug", "=", "fern").execute(),
    ],
  ])("is dropped when, before it goes, %s", async (_, happen) => {
    const setting = await setUp();
    await setting.shop.wish({ ...WISH, topics: ["shipped"] });
    await setting.shop.tell(picture([shipped]));
    await happen(setting);
    await setting.wait(5);
    expect([setting.mails.mails, setting.problems]).toEqual([[], []]);
    expect(await setting.states()).toEqual([["dropped", expect.toSatisfy((problem) => problem === null || problem.endsWith("."))]]);
  });

  it("to an address from the public page says no more than anybody may know, and first asks whether it is theirs", async () => {
    const { ctx, mails, shop, wait } = await setUp();
    await shop.inPublic(WISH);
    await shop.tell(picture([shipped]));
    await wait(30);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Bitte bestätigen Sie Ihre Adresse für Neuigkeiten von Shop fern"]);
    expect(headerOf(mails.mails[0] ?? { headers: [] as never[], attachments: [], headerLines: [] }, "List-Unsubscribe")).toBeUndefined();
    await ctx.db.kysely.updateTable("subscriptions").set({ state: "active" }).execute();
    await shop.tell(picture([shipped, delivered]));
    await wait(2);
    expect(mails.mails[1]?.subject).toBe("Ihr Paket wurde zugestellt");
    const { private_key: key } = await ctx.db.kysely.selectFrom("trackers").select("private_key").executeTakeFirstOrThrow();
    for (const mail of mails.mails) expect(`${mail.text}${mail.html}`).not.toContain(key);
  });

  it("asks one who had stopped everything whether they think otherwise by now, and tells no news before they say so", async () => {
    const { ctx, mails, shop, wait } = await setUp();
    await shop.wish(WISH);
    const { ref } = await shop.only();
    await unsubscribe(ctx, ref, { fromAll: true });
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    await wait(10);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Bitte bestätigen Sie Ihre Adresse für Neuigkeiten von Shop fern"]);
    expect(await confirmSubscription(ctx, ref)).toBe("confirmed");
    await shop.tell(picture([shipped, out]));
    await wait(10);
    expect(mails.mails[1]?.subject).toBe("Ihr Paket wird gerade zugestellt");
  });

  it("goes to the shoppers of its own shop and mode only", async () => {
    const { mails, shop, openShop, wait } = await setUp();
    const night = await openShop("night");
    await shop.wish({ ...WISH, address: "fern@shopper.example" });
    await night.wish({ ...WISH, address: "night@shopper.example" });
    await shop.tell(picture([shipped]));
    await wait(5);
    expect(mails.mails.flatMap(({ to }) => to?.map(({ address }) => address))).toEqual(["fern@shopper.example"]);
    expect(await night.messages()).toEqual([]);
  });

  it("is sent by one of two processes that come at once", async () => {
    const { ctx, mails, shop, onlyMessage } = await setUp();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    ctx.clock.advanceMinutes(5);
    const { job } = await onlyMessage();
    await Promise.all([1, 2, 3].map(() => sendMessage(ctx, job)));
    expect(mails.mails).toHaveLength(1);
    expect((await onlyMessage()).message).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("stays unclear, and is not sent again, where its process ended before it could write the outcome down", async () => {
    const { ctx, mails, shop, wait, onlyMessage, states } = await setUp();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    ctx.clock.advanceMinutes(5);
    await expect(sendMessage(killedBeforeRecord(ctx), (await onlyMessage()).job)).rejects.toThrow("killed");
    expect([mails.mails.length, await states()]).toEqual([1, [["sending", null]]]);
    await wait(5);
    expect(await states()).toEqual([["sending", null]]);
    await wait(6);
    expect(await states()).toEqual([["unclear", "The process that was sending it ended before it knew the outcome."]]);
    await shop.tell(picture([shipped, delivered]));
    await wait(2);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Ihr Paket ist unterwegs", "Ihr Paket wurde zugestellt"]);
  });

  it("whose outcome comes late is known after all", async () => {
    const { ctx, shop, onlyMessage } = await setUp();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    const { row: subscription } = await shop.only();
    const { message } = await onlyMessage();
    const ref = { id: message.id, merchantId: shop.merchantId };
    await ctx.db.kysely.updateTable("messages").set({ state: "unclear", due_at: null }).execute();
    await recordHandOver(ctx, { ref, subscription }, { kind: "sent" });
    expect((await onlyMessage()).message).toMatchObject({ state: "sent", problem: null });
    await recordHandOver(ctx, { ref, subscription }, { kind: "later", problem: "It was late.", retryAfterMs: null });
    expect((await onlyMessage()).message).toMatchObject({ state: "sent", problem: null });
  });

  it("that has to be tried again, when there is later news already, becomes part of that", async () => {
    const { ctx, mails, shop, wait, onlyMessage, states } = await setUp();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    const { row: subscription } = await shop.only();
    const { message } = await onlyMessage();
    await ctx.db.kysely.updateTable("messages").set({ state: "sending", due_at: null }).execute();
    await shop.tell(picture([shipped, out]));
    const ref = { id: message.id, merchantId: shop.merchantId };
    await recordHandOver(ctx, { ref, subscription }, { kind: "later", problem: "No room.", retryAfterMs: null });
    await wait(5);
    expect((await states()).toSorted()).toEqual([
      ["dropped", "No room. Later news took it in."],
      ["sent", null],
    ]);
    expect(mails.mails).toHaveLength(1);
    expect((await shop.messages()).find(({ state }) => state === "sent")?.topics).toBe('["shipped","out_for_delivery"]');
  });

  it("is tried for three days where the server cannot take it, and is the same mail each time", async () => {
    const { mails, shop, wait, states, problems } = await setUp();
    await shop.wish(WISH);
    mails.refuseWith(451);
    await shop.tell(picture([shipped]));
    await wait(5);
    expect(await states()).toEqual([["waiting", expect.stringContaining("451")]]);
    await wait(24 * 60);
    mails.refuseWith(null);
    await wait(24 * 60);
    expect([mails.mails.length, problems]).toEqual([1, []]);
    const [message] = await shop.messages();
    expect(mails.mails[0]?.messageId).toBe(`<${message?.id}@track.example>`);
    expect(await states()).toEqual([["sent", null]]);
  });

  it("is given up after that", async () => {
    const { mails, shop, wait, states } = await setUp();
    await shop.wish(WISH);
    mails.refuseWith(451);
    await shop.tell(picture([shipped]));
    for (let quarter = 0; quarter < 40; quarter++) await wait(6 * 60);
    mails.refuseWith(null);
    await wait(24 * 60);
    expect([mails.mails, await states()]).toEqual([[], [["failed", expect.stringContaining("451")]]]);
  });

  it("takes in the news that came while it was tried again", async () => {
    const { mails, shop, wait } = await setUp();
    await shop.wish(WISH);
    mails.refuseWith(451);
    await shop.tell(picture([shipped]));
    await wait(5);
    mails.refuseWith(null);
    await shop.tell(picture([shipped, delivered]));
    await wait(10);
    expect(mails.mails.map(({ subject }) => subject)).toEqual(["Ihr Paket wurde zugestellt"]);
    expect((await shop.messages()).length).toBe(1);
  });

  it("that its server refuses for the mailbox is the last to it; for another reason it is not", async () => {
    const { mails, shop, wait, states } = await setUp();
    await shop.wish({ ...WISH, address: "gone@shopper.example" });
    mails.refuseWith(554);
    await shop.tell(picture([shipped]));
    await wait(5);
    expect(await states()).toEqual([["failed", expect.stringContaining("554")]]);
    expect((await shop.only()).row.state).toBe("active");
    mails.refuseWith(550);
    await shop.tell(picture([shipped, delivered]));
    await wait(5);
    expect((await shop.only()).row).toMatchObject({ state: "ended", ended_reason: "bounced" });
    expect(JSON.stringify(await states())).not.toContain("gone@");
  });

  it("of a test parcel says so", async () => {
    const { ctx, mails, shop, wait } = await setUp();
    await ctx.db.kysely.updateTable("trackers").set({ mode: "test" }).execute();
    await shop.wish(WISH);
    await shop.tell(picture([shipped]));
    expect(await shop.messages()).toEqual([]);
    const tests = { ...picture([shipped]), mode: "test" };
    await shop.tell(tests);
    await wait(5);
    expect(mails.mails).toHaveLength(1);
    expect(mails.mails[0]?.text).toContain("Test");
  });

  it("of nobody is no work", async () => {
    const { ctx } = await setUp();
    await expect(sendMessage(ctx, { merchantId: "mrc_1", messageId: "msg_1" as MessageId })).resolves.toBeUndefined();
  });
});

/** A process that ends when the mail has been taken: it opens no transaction any more. */
function killedBeforeRecord(ctx: TestDatabase): TestDatabase {
  const kysely = new Proxy(ctx.db.kysely, {
    get(target, name) {
      if (name === "transaction") throw new Error("killed");
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...ctx, db: { ...ctx.db, kysely } };
}
