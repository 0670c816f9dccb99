import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { changeMessageSettings } from "./change-message-settings.ts";
import { loadMessageSettings } from "./load-message-settings.ts";
import { DEFAULT_SETTINGS } from "./message-settings.ts";
import { rotateReportsToken } from "./rotate-reports-token.ts";
import { setSmsAccount } from "./set-sms-account.ts";

const ACCOUNT = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "fedcba9876543210fedcba9876543210", sender: "+14155550100" };

describeOnEveryEngine("how a shop writes to shoppers", (open) => {
  async function setUp() {
    const test = await open();
    return { test, fern: (await createMerchant(test, "fern")).id, moss: (await createMerchant(test, "moss")).id };
  }

  it("is by the defaults until somebody sets something, and that changes nothing else", async () => {
    const { test, fern, moss } = await setUp();
    expect(await loadMessageSettings(test, fern)).toEqual(DEFAULT_SETTINGS);
    await changeMessageSettings(test, { merchantId: fern, changes: { topics: ["delivered", "shipped"] } });
    const reportsToken = expect.stringMatching(/^[\da-z]{32}$/);
    expect(await loadMessageSettings(test, fern)).toEqual({ ...DEFAULT_SETTINGS, topics: ["shipped", "delivered"], reportsToken });
    expect(await loadMessageSettings(test, moss)).toEqual(DEFAULT_SETTINGS);
  });

  it("is changed a part at a time", async () => {
    const { test, fern } = await setUp();
    const change = (changes: Parameters<typeof changeMessageSettings>[1]["changes"]) =>
      changeMessageSettings(test, { merchantId: fern, changes });
    await change({ isOn: false });
    await change({ quietHours: null });
    await change({ replyTo: "hello@fern.example" });
    expect(await loadMessageSettings(test, fern)).toMatchObject({ isOn: false, quietHours: null, replyTo: "hello@fern.example" });
    await change({ quietHours: { from: 0, until: 360 }, replyTo: null });
    expect(await loadMessageSettings(test, fern)).toMatchObject({ quietHours: { from: 0, until: 360 }, replyTo: null });
  });

  it.each([
    ["no news at all", { topics: [] }, "topics"],
    ["an answer to nowhere", { replyTo: "hello" }, "replyTo"],
    ["hours that end when they begin", { quietHours: { from: 60, until: 60 } }, "quietHours.until"],
  ])("cannot be %s", async (_, changes, path) => {
    const { test, fern } = await setUp();
    expect(await changeMessageSettings(test, { merchantId: fern, changes })).toMatchObject({ kind: "invalid", issues: [{ path }] });
  });

  it("keeps an SMS account sealed, for nobody but who sends", async () => {
    const { test, fern, moss } = await setUp();
    expect(await setSmsAccount(test, { merchantId: fern, account: ACCOUNT })).toEqual({ kind: "set" });
    const [row] = await test.db.kysely.selectFrom("message_settings").selectAll().execute();
    expect(JSON.stringify(row)).not.toMatch(/fedcba|AC0123|4155550100/);
    const sms = { provider: "twilio", accountSid: ACCOUNT.accountSid, authToken: ACCOUNT.authToken, from: "+14155550100" };
    expect((await loadMessageSettings(test, fern)).sms).toEqual({ ...sms, messagingServiceSid: null });
    expect((await loadMessageSettings(test, moss)).sms).toBeNull();
    await setSmsAccount(test, { merchantId: fern, account: null });
    expect((await loadMessageSettings(test, fern)).sms).toBeNull();
  });

  it.each([
    ["MG0123456789abcdef0123456789abcdef", { from: null, messagingServiceSid: "MG0123456789abcdef0123456789abcdef" }],
    ["+1 (415) 555-0100", { from: "+14155550100", messagingServiceSid: null }],
    ["Fern Fable", { from: "Fern Fable", messagingServiceSid: null }],
  ])("takes %s as who an SMS is from", async (sender, read) => {
    const { test, fern } = await setUp();
    await setSmsAccount(test, { merchantId: fern, account: { ...ACCOUNT, sender } });
    expect((await loadMessageSettings(test, fern)).sms).toMatchObject(read);
  });

  it("refuses an SMS account that cannot be one, field by field", async () => {
    const { test, fern } = await setUp();
    const account = { accountSid: "SK1", authToken: "x", sender: "415-555" };
    const outcome = await setSmsAccount(test, { merchantId: fern, account });
    expect(outcome).toMatchObject({ kind: "invalid", issues: [{ path: "accountSid" }, { path: "authToken" }, { path: "sender" }] });
  });

  it("gives another address for reports when asked, and only to the shop that asks", async () => {
    const { test, fern, moss } = await setUp();
    const first = await rotateReportsToken(test, fern);
    const others = await rotateReportsToken(test, moss);
    const second = await rotateReportsToken(test, fern);
    expect(new Set([first, second, others]).size).toBe(3);
    expect((await loadMessageSettings(test, fern)).reportsToken).toBe(second);
    expect((await loadMessageSettings(test, moss)).reportsToken).toBe(others);
  });
});
