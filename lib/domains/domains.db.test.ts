import { afterEach, beforeEach, expect, it } from "vitest";
import { dnsAt, startDnsServer, type TestDnsServer, type Zone } from "#lib/dns/dns-server.testing.ts";
import { findMerchantForHost } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { DomainId, MerchantId, UserId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { addDomain, MOST_DOMAINS } from "./add-domain.ts";
import { checkDomain } from "./check-domain.ts";
import { checkDomains } from "./check-domains.ts";
import type { DomainRecord } from "./domain-record.ts";
import { isServedHost } from "./is-served-host.ts";
import { listDomains } from "./list-domains.ts";
import { removeDomain } from "./remove-domain.ts";

const HOST = "track.fern.example";
const ALIAS = { [`CNAME ${HOST}`]: ["track.example.com"] } satisfies Zone;

let server: TestDnsServer;
beforeEach(async () => {
  server = await startDnsServer();
});
afterEach(() => server.close());

interface Shop {
  merchantId: MerchantId;
  userId: UserId;
  slug: string;
}

/** Two shops, a person, and DNS that says what the test tells it. */
async function setUp(test: TestDatabase) {
  const userId: UserId = "usr_somebody";
  const now = test.clock.now();
  const person = { id: userId, name: "Mia Moss", email: "mia@moss.example", email_verified: 1, image: null } as const;
  await test.db.kysely
    .insertInto("users")
    .values({ ...person, created_at: now, updated_at: now })
    .execute();
  const shop = async (slug: string): Promise<Shop> => ({ merchantId: (await createMerchant(test, slug)).id, userId, slug });
  const config = { ...test.config, publicOrigin: "https://track.example.com", platformDomain: "track.example.com" };
  return { ctx: { ...test, config, dns: dnsAt(server) }, fern: await shop("fern"), moss: await shop("moss") };
}

type Ctx = Awaited<ReturnType<typeof setUp>>["ctx"];

async function add(ctx: Ctx, shop: Shop, text = HOST): Promise<DomainRecord> {
  const outcome = await addDomain(ctx, { ...shop, text });
  if (outcome.kind !== "added") throw new Error(`not added: ${JSON.stringify(outcome)}`);
  return outcome.domain;
}

async function check(ctx: Ctx, { merchantId }: Shop, { id }: { id: DomainId }): Promise<DomainRecord> {
  const outcome = await checkDomain(ctx, { merchantId, id });
  if (outcome.kind !== "checked") throw new Error("not found");
  return outcome.domain;
}

const txt = (...domains: { proof: string }[]): Zone => ({ [`TXT _waymark.${HOST}`]: domains.map(({ proof }) => proof) });
const ownerOf = async (ctx: Ctx) => (await findMerchantForHost(ctx, HOST)).slug;
const stateOf = async (ctx: Ctx, { merchantId }: Shop) => (await listDomains(ctx, merchantId)).domains[0]?.state;
const openNotices = async (ctx: Ctx, { merchantId }: Shop) =>
  (await listNotices(ctx, { caller: { merchantId } })).map(({ kind, subject }) => `${kind} ${subject}`);

/** Proven and in service. */
async function activate(ctx: Ctx, shop: Shop): Promise<DomainRecord> {
  const domain = await add(ctx, shop);
  server.tell({ ...ALIAS, ...txt(domain) });
  return check(ctx, shop, domain);
}

describeOnEveryEngine("a shop's own domain", (open) => {
  it("is told what is missing, and answers once all of it is there", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await add(ctx, fern);
    expect((await check(ctx, fern, domain)).findings).toMatchObject({ proof: { kind: "none" }, pointer: { kind: "none" } });

    server.tell({ [`TXT _waymark.${HOST}`]: ["waymark=something-else"], ...ALIAS });
    const halfWay = await check(ctx, fern, domain);
    expect(halfWay).toMatchObject({ state: "pending", findings: { proof: { kind: "wrong" }, pointer: { kind: "here" } } });
    expect(await ownerOf(ctx)).toBe("default");

    server.tell({ ...txt(domain), ...ALIAS });
    expect(await check(ctx, fern, domain)).toMatchObject({ state: "active", verifiedAt: ctx.clock.now() });
    expect(await ownerOf(ctx)).toBe("fern");
    expect((await loadMerchantAddress(ctx, fern.merchantId)).origin).toBe(`https://${HOST}`);
  });

  it("is not the owner's alone to name: a claim without proof blocks nobody", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    await add(ctx, moss);
    await activate(ctx, fern);
    expect(await ownerOf(ctx)).toBe("fern");
    expect(await stateOf(ctx, moss)).toBe("pending");
  });

  it("is nobody else's business: another shop can neither check nor remove it", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    const { id } = await activate(ctx, fern);
    expect(await checkDomain(ctx, { merchantId: moss.merchantId, id })).toEqual({ kind: "not_found" });
    expect(await removeDomain(ctx, { merchantId: moss.merchantId, id })).toEqual({ kind: "not_found" });
    expect(await listDomains(ctx, moss.merchantId)).toEqual({ domains: [], operatorHosts: [] });
    expect(await ownerOf(ctx)).toBe("fern");
  });

  it("goes to one of two shops that prove it at the same moment, and the other is told", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    const [ofFern, ofMoss] = [await add(ctx, fern), await add(ctx, moss)];
    server.tell({ ...ALIAS, ...txt(ofFern, ofMoss) });
    const checked = await Promise.all([check(ctx, fern, ofFern), check(ctx, moss, ofMoss)]);
    expect(checked.map(({ state }) => state).sort()).toEqual(["active", "pending"]);
    expect(checked.find(({ state }) => state === "pending")?.findings?.heldBy).toBe("shop");
    const winner = checked[0].state === "active" ? "fern" : "moss";
    expect(await ownerOf(ctx)).toBe(winner);
  });

  it("moves to whoever proves it once the old proof is gone, and the old shop is told", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    const ofFern = await activate(ctx, fern);
    const ofMoss = await add(ctx, moss);
    server.tell({ ...ALIAS, ...txt(ofFern, ofMoss) });
    expect(await check(ctx, moss, ofMoss)).toMatchObject({ state: "pending", findings: { heldBy: "shop" } });

    server.tell({ ...ALIAS, ...txt(ofMoss) });
    expect((await check(ctx, moss, ofMoss)).state).toBe("active");
    expect(await ownerOf(ctx)).toBe("moss");
    expect(await stateOf(ctx, fern)).toBe("ended");
    expect(await openNotices(ctx, fern)).toEqual([`domain.ended ${ofFern.id}`]);
    expect(await openNotices(ctx, moss)).toEqual([]);
  });

  it("is never taken from the shop that the operator gave it to", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    await createMerchant(ctx, "fern", { hosts: [HOST] });
    const ofMoss = await add(ctx, moss);
    server.tell({ ...ALIAS, ...txt(ofMoss) });
    expect(await check(ctx, moss, ofMoss)).toMatchObject({ state: "pending", findings: { heldBy: "operator" } });
    expect(await ownerOf(ctx)).toBe("fern");
    expect((await listDomains(ctx, fern.merchantId)).operatorHosts).toEqual([HOST]);
    expect(await addDomain(ctx, { ...fern, text: HOST })).toEqual({ kind: "exists", host: HOST });
  });

  it("stays proven when the operator sets other hosts, and cannot be given away by them", async () => {
    const { ctx, fern } = await setUp(await open());
    await activate(ctx, fern);
    await createMerchant(ctx, "fern", { hosts: ["other.example"] });
    await createMerchant(ctx, "fern", { hosts: [HOST] });
    expect(await ownerOf(ctx)).toBe("fern");
    expect((await listDomains(ctx, fern.merchantId)).operatorHosts).toEqual([]);
    const brand = { version: 1, name: "Moss", colors: { brand: "#336699" } } as const;
    expect(await upsertMerchant(ctx, { slug: "moss", brand, hosts: [HOST] })).toEqual({ kind: "hosts_taken", hosts: [HOST] });
  });
});

describeOnEveryEngine("a shop's links", (open) => {
  it("prefer a domain in service to a host the operator set, and that to a domain that was lost", async () => {
    const test = await open();
    const { ctx, fern, moss } = await setUp(test);
    await createMerchant(ctx, "fern", { hosts: ["a.operator.example"] });
    const originOf = async ({ merchantId }: Shop) => (await loadMerchantAddress(ctx, merchantId)).origin;
    expect(await originOf(fern)).toBe("https://a.operator.example");
    const domain = await activate(ctx, fern);
    expect(await originOf(fern)).toBe(`https://${HOST}`);
    server.tell(ALIAS);
    await check(ctx, fern, domain);
    expect(await originOf(fern)).toBe("https://a.operator.example");
    expect(await originOf(moss)).toBe("https://track.example.com");
  });
});

describeOnEveryEngine("a domain that was proven", (open) => {
  const later = (ctx: Ctx, days: number) => ctx.clock.advanceMinutes(days * 24 * 60);

  it("is lost when its record goes: pages stay, links do not use it, and the shop is told at once", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    const { id } = await activate(ctx, fern);
    server.tell(ALIAS);
    later(ctx, 1);
    await checkDomains(ctx);
    expect(await stateOf(ctx, fern)).toBe("lost");
    expect(await ownerOf(ctx)).toBe("fern");
    expect(await loadMerchantAddress(ctx, fern.merchantId)).toEqual({ origin: "https://track.example.com", pathPrefix: "/tracking/fern" });
    expect(await openNotices(ctx, fern)).toEqual([`domain.lost ${id}`]);
    expect(await openNotices(ctx, moss)).toEqual([]);
  });

  it("is lost when its name leads elsewhere", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await activate(ctx, fern);
    server.tell({ ...txt(domain), [`A ${HOST}`]: ["198.51.100.1"], "A track.example.com": ["192.0.2.7"] });
    later(ctx, 1);
    await checkDomains(ctx);
    expect(await stateOf(ctx, fern)).toBe("lost");
  });

  it("comes back within the grace, and the notice goes", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await activate(ctx, fern);
    server.tell({});
    later(ctx, 1);
    await checkDomains(ctx);
    server.tell({ ...ALIAS, ...txt(domain) });
    later(ctx, 13);
    await checkDomains(ctx);
    expect(await stateOf(ctx, fern)).toBe("active");
    expect(await openNotices(ctx, fern)).toEqual([]);
    expect((await loadMerchantAddress(ctx, fern.merchantId)).origin).toBe(`https://${HOST}`);
  });

  it("ends after the grace, and can be proven again", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await activate(ctx, fern);
    server.tell({});
    later(ctx, 1);
    await checkDomains(ctx);
    later(ctx, 13);
    await checkDomains(ctx);
    expect(await ownerOf(ctx)).toBe("fern");
    later(ctx, 1);
    await checkDomains(ctx);
    expect(await stateOf(ctx, fern)).toBe("ended");
    expect(await ownerOf(ctx)).toBe("default");
    expect(await openNotices(ctx, fern)).toEqual([`domain.ended ${domain.id}`]);

    server.tell({ ...ALIAS, ...txt(domain) });
    expect((await check(ctx, fern, domain)).state).toBe("active");
    expect(await openNotices(ctx, fern)).toEqual([]);
  });

  it.each(["servfail", "refused", "silent"] as const)("is not lost while name servers are %s, however long", async (failure) => {
    const { ctx, fern } = await setUp(await open());
    await activate(ctx, fern);
    server.tell({ [`FAIL ${HOST}`]: failure, [`FAIL _waymark.${HOST}`]: failure });
    for (const days of [1, 1, 30]) {
      later(ctx, days);
      await checkDomains({ ...ctx, dns: failure === "silent" ? dnsAt(server, 150) : ctx.dns });
    }
    expect(await stateOf(ctx, fern)).toBe("active");
    expect(await openNotices(ctx, fern)).toEqual([]);
  });

  it("is looked at once a day, not more", async () => {
    const { ctx, fern } = await setUp(await open());
    await activate(ctx, fern);
    server.questions.length = 0;
    ctx.clock.advanceMinutes(23 * 60);
    await checkDomains(ctx);
    expect(server.questions).toEqual([]);
    ctx.clock.advanceMinutes(60);
    await checkDomains(ctx);
    expect(server.questions).toContain(`TXT _waymark.${HOST}`);
  });

  it("is out of service at once when it is removed, notices and all", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await activate(ctx, fern);
    server.tell({});
    later(ctx, 1);
    await checkDomains(ctx);
    expect(await removeDomain(ctx, { ...fern, id: domain.id })).toEqual({ kind: "removed", host: HOST });
    expect(await ownerOf(ctx)).toBe("default");
    expect(await openNotices(ctx, fern)).toEqual([]);
    expect(await removeDomain(ctx, { ...fern, id: domain.id })).toEqual({ kind: "not_found" });
    expect(await checkDomain(ctx, { ...fern, id: domain.id })).toEqual({ kind: "not_found" });
  });

  it("stays removed when that happens while DNS is asked", async () => {
    const { ctx, fern } = await setUp(await open());
    const domain = await add(ctx, fern);
    server.tell({ ...ALIAS, ...txt(domain) });
    const removeFirst: Ctx["dns"] = {
      ask: async (type, name) => {
        await removeDomain(ctx, { ...fern, id: domain.id });
        return ctx.dns.ask(type, name);
      },
    };
    expect(await checkDomain({ ...ctx, dns: removeFirst }, { ...fern, id: domain.id })).toEqual({ kind: "not_found" });
    expect(await ownerOf(ctx)).toBe("default");
  });
});

describeOnEveryEngine("adding a domain", (open) => {
  it("takes a name in Unicode as DNS spells it", async () => {
    const { ctx, fern } = await setUp(await open());
    expect((await add(ctx, fern, "bücher.example")).host).toBe("xn--bcher-kva.example");
  });

  it("gives each shop a proof of its own", async () => {
    const { ctx, fern, moss } = await setUp(await open());
    expect((await add(ctx, fern)).proof).not.toBe((await add(ctx, moss)).proof);
  });

  it("refuses what is no host of theirs, what is there already, and ever more", async () => {
    const { ctx, fern } = await setUp(await open());
    expect((await addDomain(ctx, { ...fern, text: "fern.track.example.com" })).kind).toBe("invalid");
    await add(ctx, fern);
    expect(await addDomain(ctx, { ...fern, text: "TRACK.fern.example." })).toEqual({ kind: "exists", host: HOST });
    for (let number = 1; number < MOST_DOMAINS; number += 1) await add(ctx, fern, `shop-${number}.fern.example`);
    expect(await addDomain(ctx, { ...fern, text: "one-more.fern.example" })).toEqual({ kind: "too_many" });
  });

  it("is followed by checks that come round by themselves, in small batches", async () => {
    const test = await open();
    const { ctx, fern, moss } = await setUp(test);
    const ofFern = await add(ctx, fern);
    for (let number = 1; number < MOST_DOMAINS; number += 1) await add(ctx, fern, `shop-${number}.fern.example`);
    for (let number = 1; number < 5; number += 1) await add(ctx, moss, `shop-${number}.moss.example`);
    server.tell({ ...ALIAS, ...txt(ofFern) });
    await checkDomains(ctx);
    const unchecked = async () => (await listDomains(ctx, moss.merchantId)).domains.filter(({ checkedAt }) => checkedAt === null).length;
    expect(await stateOf(ctx, fern)).toBe("active");
    expect(await unchecked()).toBe(4);
    await checkDomains(ctx);
    expect(await unchecked()).toBe(0);
  });
});

describeOnEveryEngine("a certificate", (open) => {
  it("is worth getting for the platform, its shops and their domains, and for nothing else", async () => {
    const { ctx, fern } = await setUp(await open());
    await createMerchant(ctx, "moss", { hosts: ["parcels.moss.example"] });
    await add(ctx, fern, "pending.fern.example");
    await activate(ctx, fern);
    await createMerchant(ctx, "try-me");
    await ctx.db.kysely.updateTable("merchants").set({ expires_at: ctx.clock.now() }).where("slug", "=", "try-me").execute();
    const served = ["track.example.com", "Fern.Track.Example.com.", "moss.track.example.com", "parcels.moss.example", HOST];
    const refused = [
      "nobody.track.example.com",
      "a.fern.track.example.com",
      "try-me.track.example.com",
      "pending.fern.example",
      "example.com",
      "fern",
      "192.0.2.7",
      "",
      null,
    ];
    const answers = async (hosts: (string | null)[]) => Promise.all(hosts.map((host) => isServedHost(ctx, host)));
    expect(await answers(served)).toEqual(served.map(() => true));
    expect(await answers(refused)).toEqual(refused.map(() => false));
  });
});
