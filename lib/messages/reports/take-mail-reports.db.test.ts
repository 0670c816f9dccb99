import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { listNotices } from "#lib/notifications/list-notices.ts";
import { rotateReportsToken } from "#lib/senders/rotate-reports-token.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { openOffice, picture, SCANS } from "../office.testing.ts";
import { arf, dsn, postmark, sendgrid, ses, sesComplaint } from "./reports.testing.ts";
import { amazonClient, CERTIFICATE_URL, signSns } from "./sns.testing.ts";
import { takeMailReports } from "./take-mail-reports.ts";

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const MIA = "mia@shopper.example";
const mia = { messageId: null, address: MIA };

describeOnEveryEngine("a mail provider's report", (open) => {
  async function setUp() {
    const office = await openOffice(await open(), (close) => undo.push(close));
    const { ctx } = office;
    const fern = await office.openShop("fern");
    const night = await office.openShop("night");
    const token = await rotateReportsToken(ctx, fern.merchantId);
    for (const shop of [fern, night]) await shop.wish({ topics: ["shipped"], lang: "en", timeZone: "Europe/Berlin" });
    const take = (report: unknown, changes: { token?: string; http?: typeof ctx.http } = {}) => {
      const text = typeof report === "string" ? report : JSON.stringify(report);
      return takeMailReports({ ...ctx, http: changes.http ?? ctx.http }, { token: changes.token ?? token, body: Buffer.from(text) });
    };
    const stateOf = async (shop: typeof fern) => {
      const [row] = await shop.subscriptions();
      return row?.ended_reason ?? row?.state;
    };
    return { ...office, fern, night, token, take, stateOf };
  }

  it.each<[string, unknown, "bounced" | "complained", "suppressed" | "to_confirm"]>([
    ["a bounce", ses(mia), "bounced", "suppressed"],
    ["a complaint", sesComplaint(mia), "complained", "to_confirm"],
  ])("of %s ends what the address is told by this shop, and nothing of another's", async (_, report, reason, answer) => {
    const { take, stateOf, fern, night } = await setUp();
    expect(await take(report)).toEqual({ kind: "taken", suppressed: 1 });
    expect([await stateOf(fern), await stateOf(night)]).toEqual([reason, "active"]);
    expect((await take(report)).kind).toBe("taken");
    expect(await fern.wish({ topics: ["shipped"] })).toEqual({ kind: answer });
    expect((await night.wish({ topics: ["shipped"] })).kind).toBe("subscribed");
  });

  it("of an address we never wrote to, or of nothing that lasts, is taken and kept nowhere", async () => {
    const { take, stateOf, fern, ctx } = await setUp();
    for (const report of [postmark({ messageId: null, address: "somebody@shopper.example" }), dsn(mia, { action: "delayed" })]) {
      expect(await take(report)).toEqual({ kind: "taken", suppressed: 0 });
    }
    expect(await stateOf(fern)).toBe("active");
    expect(await ctx.db.kysely.selectFrom("suppressions").selectAll().execute()).toEqual([]);
  });

  it("goes by our own id of the mail where it names it: the address may be one it was forwarded to, or left out", async () => {
    const { take, stateOf, fern, mails, wait } = await setUp();
    await fern.tell(picture([SCANS.shipped]));
    await wait(5);
    const messageId = mails.mails[0]?.messageId ?? "";
    expect(await take(dsn({ messageId, address: "redacted@elsewhere.example" }))).toEqual({ kind: "taken", suppressed: 1 });
    expect(await stateOf(fern)).toBe("bounced");
    expect(await fern.messages()).toMatchObject([{ state: "failed", problem: "The mail came back: nothing arrives at this address." }]);
  });

  it("that anybody could have mailed is believed for what only the mail itself tells", async () => {
    const { take, stateOf, fern } = await setUp();
    for (const forged of [dsn(mia), arf(mia), dsn({ ...mia, messageId: "<msg_guessed@track.example>" }), dsn(mia, { envelopeId: MIA })])
      expect(await take(forged)).toEqual({ kind: "taken", suppressed: 0 });
    expect(await stateOf(fern)).toBe("active");
  });

  it("goes by the name that we gave its envelope, where nothing else of the mail came back", async () => {
    const { take, stateOf, fern, mails, wait } = await setUp();
    await fern.tell(picture([SCANS.shipped]));
    await wait(5);
    const envelopeId = mails.mails[0]?.messageId?.replaceAll(/[<>]/g, "") ?? "";
    expect(await take(dsn(mia, { envelopeId }))).toEqual({ kind: "taken", suppressed: 1 });
    expect(await stateOf(fern)).toBe("bounced");
  });

  it("with another shop's id of a mail says nothing of it", async () => {
    const { take, stateOf, night, mails, wait } = await setUp();
    await night.tell(picture([SCANS.shipped]));
    await wait(5);
    const messageId = mails.mails[0]?.messageId ?? "";
    expect(await take(dsn({ messageId, address: "redacted@elsewhere.example" }))).toEqual({ kind: "taken", suppressed: 0 });
    expect(await stateOf(night)).toBe("active");
  });

  it("with what no database holds, or with a word that means something to JavaScript, ends nothing", async () => {
    const { take, stateOf, fern } = await setUp();
    expect(await take(sendgrid({ messageId: "<a\0b>", address: "\0" }))).toEqual({ kind: "taken", suppressed: 0 });
    expect(await take(postmark(mia, { type: "constructor" }))).toEqual({ kind: "taken", suppressed: 0 });
    expect(await stateOf(fern)).toBe("active");
  });

  it("is nobody's at the address of a visitor's shop, which has nothing fetched either", async () => {
    const { ctx, take } = await setUp();
    await ctx.db.kysely.updateTable("merchants").set({ expires_at: ctx.clock.now() }).where("slug", "=", "fern").execute();
    const asked: string[] = [];
    const envelope = {
      ...signSns({ Type: "Notification", Message: JSON.stringify(ses(mia)) }),
      SigningCertURL: `${CERTIFICATE_URL}?a.pem`,
    };
    expect(await take(envelope, { http: amazonClient(asked) })).toEqual({ kind: "token_unknown" });
    expect(asked).toEqual([]);
  });

  it("of many is taken whole", async () => {
    const { take, fern, night } = await setUp();
    await fern.wish({ topics: ["shipped"], address: "lee@shopper.example" });
    const both = [...sendgrid(mia), ...sendgrid({ messageId: null, address: "LEE@Shopper.example" })];
    expect(await take(both)).toEqual({ kind: "taken", suppressed: 2 });
    expect((await fern.subscriptions()).map(({ state }) => state)).toEqual(["ended", "ended"]);
    expect((await night.subscriptions()).map(({ state }) => state)).toEqual(["active"]);
    expect(await take(Array.from({ length: 1001 }, () => sendgrid(mia)[1]))).toEqual({ kind: "too_many", most: 1000 });
  });

  it("through Amazon SNS is believed with Amazon's signature only", async () => {
    const { take, stateOf, fern } = await setUp();
    const asked: string[] = [];
    const http = amazonClient(asked);
    const envelope = signSns({ Type: "Notification", Message: JSON.stringify(ses(mia)) });
    expect(await take({ ...envelope, Message: JSON.stringify(sesComplaint(mia)) }, { http })).toEqual({ kind: "forged" });
    for (const SigningCertURL of [
      "https://evil.example/x.pem",
      "http://sns.eu-central-1.amazonaws.com/x.pem",
      "https://sns.x.amazonaws.com.evil.example/x.pem",
      "https://sns.s3.amazonaws.com/x.pem",
      "https://sns.s3-eu-west-1.amazonaws.com/x.pem",
    ]) {
      expect(await take({ ...envelope, SigningCertURL }, { http })).toEqual({ kind: "forged" });
    }
    expect(asked.filter((url) => url !== CERTIFICATE_URL)).toEqual([]);
    expect(await stateOf(fern)).toBe("active");
    expect(await take(envelope, { http })).toEqual({ kind: "taken", suppressed: 1 });
    expect(await stateOf(fern)).toBe("bounced");
    expect(asked.filter((url) => url !== CERTIFICATE_URL)).toEqual([]);
  });

  it("through Amazon SNS is asked for again while its certificate cannot be had", async () => {
    const { take } = await setUp();
    const envelope = signSns({ Type: "Notification", Message: JSON.stringify(ses(mia)) });
    const http = amazonClient([], { status: 500 });
    const other = { ...envelope, SigningCertURL: `${CERTIFICATE_URL}?other=.pem` };
    expect(await take(other, { http })).toMatchObject({ kind: "undecided", problem: expect.stringContaining("500") });
  });

  it("waits for the merchant to let Amazon SNS in: the link is shown to them, and opened by nobody else", async () => {
    const { ctx, take, fern, night } = await setUp();
    const asked: string[] = [];
    const http = amazonClient(asked);
    const link = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37";
    const question = signSns({ Type: "SubscriptionConfirmation", Message: "You have chosen…", Token: "2336412f37", SubscribeURL: link });
    expect(await take(question, { http })).toEqual({ kind: "taken", suppressed: 0 });
    await take(question, { http });
    expect(asked.filter((url) => url !== CERTIFICATE_URL)).toEqual([]);
    const openNotices = async (merchantId: typeof fern.merchantId) =>
      (await listNotices(ctx, { caller: { merchantId } })).filter(({ resolvedAt }) => resolvedAt === null);
    expect(await openNotices(fern.merchantId)).toMatchObject([{ kind: "reports.unconfirmed", message: expect.stringContaining(link) }]);
    expect(await openNotices(night.merchantId)).toEqual([]);
    await take(signSns({ Type: "Notification", Message: JSON.stringify(ses(mia)) }), { http });
    expect(await openNotices(fern.merchantId)).toEqual([]);
    const evil = signSns({ Type: "SubscriptionConfirmation", Message: "", Token: "x", SubscribeURL: "https://evil.example/" });
    expect(await take(evil, { http })).toEqual({ kind: "unreadable" });
  });

  it("at an address that nobody has, or has no more, is nobody's", async () => {
    const { ctx, take, token, fern, stateOf } = await setUp();
    await rotateReportsToken(ctx, fern.merchantId);
    for (const wrong of [token, "", "\0", "x".repeat(5000)])
      expect(await take(ses(mia), { token: wrong })).toEqual({ kind: "token_unknown" });
    expect(await stateOf(fern)).toBe("active");
  });

  it("may be anything at all without harm", async () => {
    const { take, stateOf, fern } = await setUp();
    const pieces = fc.constantFrom(
      "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n",
      "Content-Type: message/delivery-status\r\n\r\n",
      "\r\n\r\n",
      "Status: 5.1.1",
      "--b--",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.array(pieces).map((parts) => parts.join("")),
        ),
        async (text) => {
          expect(["taken", "unreadable"]).toContain((await take(text)).kind);
        },
      ),
      { numRuns: 60 },
    );
    expect(await stateOf(fern)).toBe("active");
  });
});
