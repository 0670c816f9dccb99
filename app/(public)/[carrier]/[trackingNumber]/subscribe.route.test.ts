import { expect, it } from "vitest";
import { booksOf, createShopper, type Sent } from "#app/_server/post-form.testing.ts";
import type { VisitorOptions } from "#app/_server/visit.testing.ts";
import { NUMBER } from "#lib/shipments/news.testing.ts";
import { MIA, openShop } from "#lib/subscriptions/shopper.testing.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import { suppressAddress } from "#lib/subscriptions/suppress-address.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { GET, POST } from "../../tracking/[merchant]/[carrier]/[trackingNumber]/route.ts";

const ALL = ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"];
const FILLED = { email: MIA, topic: ["delivered", "delayed"] };

async function openParcel(test: TestDatabase, options: VisitorOptions = {}) {
  const shop = await openShop(test, "fern");
  const key = new URL(shop.parcel.publicUrl).searchParams.get("key") ?? "";
  const send = createShopper(test, options);
  const params = { merchant: "fern", carrier: "usps", trackingNumber: NUMBER };
  const at = (query: string) => `/tracking/fern/usps/${NUMBER}${query}`;
  const visit = (query = "", number = NUMBER) => send(GET, { ...params, trackingNumber: number }, at(query).replace(NUMBER, number));
  const post = (form: Sent["form"] = FILLED, query = "", headers = {}) => send(POST, params, at(query), { form: form ?? {}, headers });
  return { shop, key, visit, post, send, params };
}

const headlineOf = ({ html }: { html: string }) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];
const formOf = ({ html }: { html: string }) => /<form[^>]*class="news-form".*?<\/form>/s.exec(html)?.[0] ?? "";

describeOnEveryEngine("the form on a parcel's page", (open) => {
  it("posts to the page's own address, with its key and language, and offers what may still happen", async () => {
    const { visit, key } = await openParcel(await open());
    expect(formOf(await visit())).toContain(`action="/tracking/fern/usps/${NUMBER}"`);
    const form = formOf(await visit(`?key=${key}&lang=de&utm_source=mail`));
    expect(form).toContain(`action="/tracking/fern/usps/${NUMBER}?key=${key}&amp;lang=de"`);
    expect([...form.matchAll(/name="topic"[^>]* value="(\w+)"/g)].map(([, topic]) => topic)).toEqual(ALL);
    expect(form).not.toContain('type="tel"');
  });

  it("is there only where a mail can be sent, and news may still come", async () => {
    const test = await open();
    const { shop, visit } = await openParcel(test);
    const isOffered = async () => formOf(await visit()) !== "";
    expect(await isOffered()).toBe(true);
    const { merchantId } = shop;
    const settings = { merchant_id: merchantId, topics: '["delivered"]', updated_at: test.clock.now(), reports_token: "r" };
    const nothing = { from_address: null, reply_to: null, quiet_from: null, quiet_until: null, sms_account: null };
    await test.db.kysely
      .insertInto("message_settings")
      .values({ ...settings, ...nothing, is_on: 0 })
      .execute();
    test.clock.advanceMinutes(1);
    expect(await isOffered()).toBe(false);
    await test.db.kysely.updateTable("message_settings").set({ is_on: 1 }).execute();
    test.clock.advanceMinutes(1);
    expect(formOf(await visit()).match(/name="topic"/g)).toHaveLength(1);
    await test.db.kysely
      .updateTable("merchants")
      .set({ expires_at: "2027-01-01T00:00:00Z" as never })
      .where("id", "=", merchantId)
      .execute();
    test.clock.advanceMinutes(1);
    expect(await isOffered()).toBe(false);
    await test.db.kysely.updateTable("merchants").set({ expires_at: null }).execute();
    await shop.tell(shop.trackerPayload({ status: "delivered", scans: [] }));
    test.clock.advanceMinutes(1);
    expect(await isOffered()).toBe(false);
  });

  it("begins at once with the page's key, and asks the address to confirm without it or with a wrong one", async () => {
    const { shop, key, post } = await openParcel(await open());
    expect(headlineOf(await post(FILLED, `?key=${key}`))).toBe("You will hear from us");
    expect((await shop.only()).row).toMatchObject({
      state: "active",
      origin: "private_page",
      topics: '["delivered","delayed"]',
      lang: "en",
    });
    for (const query of ["", "?key=wrong"])
      expect(headlineOf(await post({ ...FILLED, email: "noa@shopper.example" }, query))).toBe("Check your inbox");
    expect((await shop.subscriptions()).map(({ state }) => state).sort()).toEqual(["active", "pending"]);
    expect(await shop.messages()).toHaveLength(1);
  });

  it("remembers the language of the page and the time zone the browser told", async () => {
    const { shop, key, post } = await openParcel(await open());
    const answer = await post({ ...FILLED, time_zone: "Asia/Tokyo" }, `?key=${key}&lang=ja`);
    expect(answer.html).toContain('lang="ja"');
    expect((await shop.only()).row).toMatchObject({ lang: "ja", time_zone: "Asia/Tokyo" });
  });

  it("answers alike in public whether an address is new, known or written to no more", async () => {
    const test = await open();
    const { shop, post } = await openParcel(test);
    await shop.wish({ address: "known@shopper.example" });
    const gone = { merchantId: shop.merchantId, channel: "email", address: "gone@shopper.example" } as const;
    await test.db.kysely.transaction().execute((trx) =>
      suppressAddress(trx, test, {
        merchantId: shop.merchantId,
        channel: "email",
        addressDigest: addressDigest(test, gone),
        addressHint: "g",
        reason: "complained",
      }),
    );
    const told = async (email: string) => {
      const { status, html, headers } = await post({ ...FILLED, email });
      const { "x-request-id": _, ...rest } = Object.fromEntries(headers);
      return { status, html, rest };
    };
    const [fresh, known, suppressed] = [await told("new@shopper.example"), await told("known@shopper.example"), await told(gone.address)];
    expect([known, suppressed]).toEqual([fresh, fresh]);
    expect(await shop.messages()).toHaveLength(1);
  });

  it("says what was typed wrong, keeps it, and stores nothing", async () => {
    const test = await open();
    const { shop, post } = await openParcel(test);
    const before = await booksOf(test);
    const wrong = await post({ email: `mia"><script>`, topic: [] });
    expect(wrong.status).toBe(422);
    expect(formOf(wrong)).toContain("does not look like an e-mail address");
    expect(formOf(wrong)).toContain('value="mia&quot;&gt;&lt;script&gt;"');
    expect(formOf(wrong)).toContain("Please choose at least one.");
    expect((await post({})).html).toContain("Please fill in where the updates should go.");
    expect(await booksOf(test)).toBe(before);
    expect(await shop.subscriptions()).toEqual([]);
  });

  it("says with the key that an address cannot be used", async () => {
    const test = await open();
    const { shop, key, post } = await openParcel(test);
    await test.db.kysely.transaction().execute((trx) =>
      suppressAddress(trx, test, {
        merchantId: shop.merchantId,
        channel: "email",
        addressDigest: addressDigest(test, { merchantId: shop.merchantId, channel: "email", address: MIA }),
        addressHint: "m",
        reason: "bounced",
      }),
    );
    const answer = await post(FILLED, `?key=${key}`);
    expect([answer.status, headlineOf(answer)]).toEqual([422, "That address cannot be used"]);
  });

  it("says with the key that a parcel has as many subscribers as it takes", async () => {
    const { shop, key, post } = await openParcel(await open());
    for (let n = 0; n < 10; n++) await shop.wish({ address: `n${n}@shopper.example` });
    const answer = await post(FILLED, `?key=${key}`);
    expect([answer.status, headlineOf(answer), answer.headers.get("retry-after")]).toEqual([409, "No more addresses can be added", null]);
  });

  it("takes a body that is no form, too long a one, or nothing at all for an empty form", async () => {
    const { send, params } = await openParcel(await open());
    const path = `/tracking/fern/usps/${NUMBER}`;
    for (const form of [{}, { email: "m".repeat(20_000) }]) expect((await send(POST, params, path, { form })).status).toBe(422);
  });

  it("lets one visitor ask so often and no oftener, and others still", async () => {
    const { post } = await openParcel(await open(), { rateLimitPerMinute: 1000 });
    const from = (address: string) => post({ ...FILLED, email: "x" }, "", { "x-forwarded-for": address });
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push(await from("203.0.113.9"));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(422), 429]);
    expect(Number(answers[10]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answers[0]?.headers.get("retry-after")).toBeNull();
    expect((await from("203.0.113.10")).status).toBe(422);
    for (let n = 0; n < 10; n++) expect((await from(`2001:db8:1:2::${n}`)).status).toBe(422);
    expect([(await from("2001:db8:1:2:ffff::1")).status, (await from("2001:db8:1:3::1")).status]).toEqual([429, 422]);
  });

  it("leads from another spelling to the canonical address, with method and body", async () => {
    const { send, params, key } = await openParcel(await open());
    const answer = await send(POST, { ...params, carrier: "USPS" }, `/tracking/fern/USPS/${NUMBER}?key=${key}`, { form: FILLED });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, `/tracking/fern/usps/${NUMBER}?key=${key}`]);
  });

  it("keeps its answer from every cache and from search engines", async () => {
    const { post } = await openParcel(await open());
    expect(Object.fromEntries((await post()).headers)).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": expect.stringContaining("form-action 'self'"),
    });
  });

  it("tells of another shop's parcel nothing that it would not tell of nobody's", async () => {
    const test = await open();
    const { shop } = await openParcel(test);
    const night = await openShop(test, "night");
    const send = createShopper(test);
    const params = { merchant: "night", carrier: "usps", trackingNumber: NUMBER };
    const fernsKey = new URL(shop.parcel.publicUrl).searchParams.get("key");
    await send(POST, params, `/tracking/night/usps/${NUMBER}?key=${fernsKey}`, { form: FILLED });
    expect((await night.only()).row).toMatchObject({ state: "pending" });
    expect(await shop.subscriptions()).toEqual([]);
  });
});
