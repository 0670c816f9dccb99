import { afterEach, beforeEach, expect, it } from "vitest";
import { brandSchema } from "#lib/branding/brand.ts";
import { dnsAt, startDnsServer, type TestDnsServer, type Zone } from "#lib/dns/dns-server.testing.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { type MailServer, startMailServer } from "#lib/mail/mail-server.testing.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { MerchantId, SenderDomainId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { buildMailView } from "#lib/view/build-mail-view.ts";
import { sampleInput } from "#lib/view/sample-input.ts";
import { addSenderDomain, MOST_SENDER_DOMAINS } from "./add-sender-domain.ts";
import { changeMessageSettings } from "./change-message-settings.ts";
import { checkSender } from "./check-sender.ts";
import { checkSenders } from "./check-senders.ts";
import { dkimName, dkimRecord } from "./dkim-key.ts";
import { listSenderDomains } from "./list-sender-domains.ts";
import { loadMessageSettings } from "./load-message-settings.ts";
import { loadSender } from "./load-sender.ts";
import { removeSenderDomain } from "./remove-sender-domain.ts";
import { sendTestMail } from "./send-test-mail.ts";
import type { SenderDomain } from "./sender-domain.ts";
import { verifyDkim } from "./verify-dkim.testing.ts";

const brand = brandSchema.parse({
  version: 1,
  name: "Fern & Fable",
  colors: { brand: "#1f5c46" },
  support: { email: "help@fern.example" },
});

let dns: TestDnsServer;
let mails: MailServer;
beforeEach(async () => {
  dns = await startDnsServer();
  mails = await startMailServer();
});
afterEach(async () => {
  await dns.close();
  await mails.close();
});

describeOnEveryEngine("a domain to write from", (open) => {
  async function setUp() {
    const test = await open();
    const ctx = { ...test, dns: dnsAt(dns), config: { ...test.config, smtpUrl: mails.url, mailFrom: "waymark@track.example" } };
    const shop = async (slug: string) => ({ id: (await createMerchant(test, slug)).id, brand });
    return { ctx, fern: await shop("fern"), moss: await shop("moss") };
  }
  type Ctx = TestDatabase;

  async function add(ctx: Ctx, merchantId: MerchantId, text = "fern.example"): Promise<SenderDomain> {
    const outcome = await addSenderDomain(ctx, { merchantId, text });
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.domain;
  }

  async function check(ctx: Ctx, merchantId: MerchantId, id: SenderDomainId): Promise<SenderDomain> {
    const outcome = await checkSender(ctx, { merchantId, id });
    if (outcome.kind !== "checked") throw new Error(outcome.kind);
    return outcome.domain;
  }

  function publish(...domains: SenderDomain[]): void {
    const zone: Zone = {};
    for (const domain of domains) zone[`TXT ${dkimName(domain)}`] = [dkimRecord(domain.publicKey)];
    dns.tell(zone);
  }

  async function prove(ctx: Ctx, merchantId: MerchantId): Promise<SenderDomain> {
    const domain = await add(ctx, merchantId);
    publish(domain);
    return check(ctx, merchantId, domain.id);
  }

  const write = (ctx: Ctx, merchantId: MerchantId, fromAddress: string | null) =>
    changeMessageSettings(ctx, { merchantId, changes: { fromAddress } });
  const senderOf = async (ctx: Ctx, merchant: { id: MerchantId; brand: typeof brand }) =>
    loadSender(ctx, { merchant, settings: await loadMessageSettings(ctx, merchant.id) });
  const openNotices = async (ctx: Ctx, merchantId: MerchantId) =>
    (await listNotices(ctx, { caller: { merchantId } })).map(({ kind, subject }) => `${kind} ${subject}`);

  it("is proven by our key in its DNS, which the database keeps sealed", async () => {
    const { ctx, fern } = await setUp();
    const domain = await add(ctx, fern.id);
    expect(domain).toMatchObject({ state: "pending", domain: "fern.example", findings: null });
    expect(await check(ctx, fern.id, domain.id)).toMatchObject({ state: "pending", findings: { dkim: { kind: "none" } } });
    publish(domain);
    expect(await check(ctx, fern.id, domain.id)).toMatchObject({ state: "verified", findings: { dkim: { kind: "right" } } });
    const [row] = await ctx.db.kysely.selectFrom("sender_domains").selectAll().execute();
    expect(row?.private_key).not.toContain("PRIVATE");
  });

  it("lets a shop write as itself, in mails whose signature receivers can check", async () => {
    const { ctx, fern } = await setUp();
    const domain = await prove(ctx, fern.id);
    expect(await write(ctx, fern.id, "Hello@Fern.example")).toEqual({ kind: "changed" });
    const sender = await senderOf(ctx, fern);
    expect(sender).toMatchObject({ senderName: "Fern & Fable", fromAddress: "Hello@Fern.example", replyTo: "help@fern.example" });
    const mail = { to: "mia@moss.example", subject: "Ihr Paket ist da – schön", text: "Grüße\n\n  und mehr  \n\n\n", html: "<p>Grüße" };
    expect(await deliverMail(ctx, { ...sender, ...mail })).toEqual({ kind: "accepted" });
    const [raw] = mails.raw;
    const read = await verifyDkim(raw ?? "", ctx.dns);
    expect(read).toMatchObject({ isGenuine: true, domain: "fern.example", selector: domain.selector });
    expect(read.signedHeaders).toEqual(expect.arrayContaining(["from", "to", "subject"]));
    expect((await verifyDkim((raw ?? "").replace("Fern & Fable", "Evil & Fable"), ctx.dns)).isGenuine).toBe(false);
    expect(mails.mails[0]).toMatchObject({ from: { address: "Hello@fern.example" }, replyTo: [{ address: "help@fern.example" }] });
  });

  it("signs how a mail's reader unsubscribes, without which no mail program offers it by one click", async () => {
    const { ctx, fern } = await setUp();
    await prove(ctx, fern.id);
    await write(ctx, fern.id, "hello@fern.example");
    const address = `https://track.fern.example/preferences/${"0a".repeat(32)}/unsubscribe`;
    const headers = { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
    // Lines that end otherwise, one that would end the mail, and one too long for a server.
    const text = `one\r.\rtwo\n.\nthree\r\n.\r\nRCPT TO:<joe@moss.example>\r\n${"x".repeat(3000)}`;
    const mail = {
      ...(await senderOf(ctx, fern)),
      to: "mia@moss.example",
      messageId: "msg_1@fern.example",
      subject: "News",
      text,
      headers,
    };
    expect(await deliverMail(ctx, mail)).toEqual({ kind: "accepted" });
    const [raw = ""] = mails.raw;
    const { isGenuine, signedHeaders } = await verifyDkim(raw, ctx.dns);
    expect([mails.raw.length, isGenuine]).toEqual([1, true]);
    expect(signedHeaders).toEqual(expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post", "message-id", "date"]));
    expect(/\r(?!\n)|(?<!\r)\n/.test(raw)).toBe(false);
    expect((await verifyDkim(raw.replace("track.fern", "track.evil"), ctx.dns)).isGenuine).toBe(false);
    expect((await verifyDkim(raw.replace("=One-Click", "=No"), ctx.dns)).isGenuine).toBe(false);
  });

  it("signs a test mail too, which is marked and has its picture with it", async () => {
    const { ctx, fern } = await setUp();
    await prove(ctx, fern.id);
    await write(ctx, fern.id, "hello@fern.example");
    const links = { page: "https://t.example/", image: "cid:parcel", preferences: null, unsubscribe: null, confirm: null };
    const view = buildMailView(sampleInput({ viewer: { lang: "de" } }), { kind: "news", topics: ["shipped"], links });
    const picture = { cid: "parcel", bytes: Uint8Array.of(1, 2, 3) };
    expect(await sendTestMail(ctx, { merchant: fern, view, picture, to: "ann@fern.example" })).toEqual({ kind: "accepted" });
    expect((await verifyDkim(mails.raw[0] ?? "", ctx.dns)).isGenuine).toBe(true);
    const [mail] = mails.mails;
    expect(mail).toMatchObject({ subject: "[Test] Ihr Paket ist unterwegs", to: [{ address: "ann@fern.example" }] });
    expect(mail?.html).toContain('src="cid:parcel"');
    expect(mail?.attachments).toMatchObject([{ contentId: "<parcel>", mimeType: "image/png" }]);
  });

  it("is needed to write from an address: another's, or one that is not proven yet, is refused", async () => {
    const { ctx, fern, moss } = await setUp();
    await prove(ctx, fern.id);
    await add(ctx, moss.id);
    for (const address of ["hello@fern.example", "hello@other.example"]) {
      expect(await write(ctx, moss.id, address)).toMatchObject({ kind: "invalid", issues: [{ path: "fromAddress" }] });
    }
    expect(await senderOf(ctx, moss)).toEqual({ senderName: "Fern & Fable", replyTo: "help@fern.example" });
    expect(await listSenderDomains(ctx, moss.id)).toMatchObject([{ state: "pending" }]);
  });

  it("can be proven by two shops, each with a key of its own", async () => {
    const { ctx, fern, moss } = await setUp();
    const [one, other] = [await add(ctx, fern.id), await add(ctx, moss.id)];
    expect(one.selector).not.toBe(other.selector);
    publish(one);
    expect((await check(ctx, moss.id, other.id)).state).toBe("pending");
    publish(one, other);
    expect((await check(ctx, fern.id, one.id)).state).toBe("verified");
    expect((await check(ctx, moss.id, other.id)).state).toBe("verified");
    expect(await checkSender(ctx, { merchantId: moss.id, id: one.id })).toEqual({ kind: "not_found" });
    expect(await removeSenderDomain(ctx, { merchantId: moss.id, id: one.id })).toEqual({ kind: "not_found" });
  });

  it("is missed for some hours before mails go out by the installation's address, and is taken up again by itself", async () => {
    const { ctx, fern } = await setUp();
    const { id } = await prove(ctx, fern.id);
    await write(ctx, fern.id, "hello@fern.example");
    dns.tell({});
    ctx.clock.advanceMinutes(24 * 60);
    await checkSenders(ctx);
    expect((await senderOf(ctx, fern)).fromAddress).toBe("hello@fern.example");
    expect(await openNotices(ctx, fern.id)).toEqual([]);
    for (let hour = 0; hour < 3; hour++) {
      ctx.clock.advanceMinutes(60);
      await checkSenders(ctx);
    }
    expect(await listSenderDomains(ctx, fern.id)).toMatchObject([{ state: "lost" }]);
    expect(await senderOf(ctx, fern)).toEqual({ senderName: "Fern & Fable", replyTo: "help@fern.example" });
    expect(await openNotices(ctx, fern.id)).toEqual([`sender.lost ${id}`]);

    publish(...(await listSenderDomains(ctx, fern.id)));
    ctx.clock.advanceMinutes(6 * 60);
    await checkSenders(ctx);
    expect((await senderOf(ctx, fern)).fromAddress).toBe("hello@fern.example");
    expect(await openNotices(ctx, fern.id)).toEqual([]);
  });

  it("is not missed while name servers cannot say", async () => {
    const { ctx, fern } = await setUp();
    const { id } = await prove(ctx, fern.id);
    const [domain] = await listSenderDomains(ctx, fern.id);
    const zone: Zone = {};
    if (domain) zone[`FAIL ${dkimName(domain)}`] = "servfail";
    dns.tell(zone);
    for (let hour = 0; hour < 6; hour++) {
      ctx.clock.advanceMinutes(60);
      expect((await check(ctx, fern.id, id)).state).toBe("verified");
    }
  });

  it("is forgotten with its key, and with the address that was at it", async () => {
    const { ctx, fern } = await setUp();
    const { id } = await prove(ctx, fern.id);
    await write(ctx, fern.id, "hello@fern.example");
    expect(await removeSenderDomain(ctx, { merchantId: fern.id, id })).toEqual({ kind: "removed", domain: "fern.example" });
    expect((await loadMessageSettings(ctx, fern.id)).fromAddress).toBeNull();
    expect(await listSenderDomains(ctx, fern.id)).toEqual([]);
  });

  it("is named once by a shop, and a shop has only so many", async () => {
    const { ctx, fern } = await setUp();
    await add(ctx, fern.id);
    expect(await addSenderDomain(ctx, { merchantId: fern.id, text: "hello@FERN.example" })).toEqual({
      kind: "exists",
      domain: "fern.example",
    });
    for (let number = 1; number < MOST_SENDER_DOMAINS; number++) await add(ctx, fern.id, `fern${number}.example`);
    expect(await addSenderDomain(ctx, { merchantId: fern.id, text: "more.example" })).toEqual({ kind: "too_many" });
  });
});
