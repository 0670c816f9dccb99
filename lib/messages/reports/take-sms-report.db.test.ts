import { createHmac } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import { setSmsAccount } from "#lib/senders/set-sms-account.ts";
import { refuse, type TwilioServer } from "#lib/sms/twilio-server.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { openOffice, picture, SCANS } from "../office.testing.ts";
import { takeSmsReport } from "./take-sms-report.ts";

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
const NUMBER = "+4915112345678";
const { shipped, delivered } = SCANS;

describeOnEveryEngine("an SMS to a shopper", (open) => {
  async function setUp() {
    const office = await openOffice(await open(), (close) => undo.push(close));
    const { ctx } = office;
    const fern = await office.openShop("fern");
    const night = await office.openShop("night");
    const tokens: string[] = [];
    for (const shop of [fern, night]) {
      const account = { accountSid: `AC${"0".repeat(32)}`, authToken: AUTH_TOKEN, sender: "+15005550006" };
      expect(await setSmsAccount(ctx, { merchantId: shop.merchantId, account })).toEqual({ kind: "set" });
      tokens.push((await loadMessageSettings(ctx, shop.merchantId)).reportsToken ?? "");
      await shop.wish({ channel: "sms", address: NUMBER, topics: ["shipped", "delivered"], lang: "de", timeZone: "Europe/Berlin" });
    }
    const [token = ""] = tokens;
    const report = (form: Record<string, string>, { secret = AUTH_TOKEN, to = token, message = null as string | null } = {}) => {
      const url = `https://track.example/api/sms-reports/${to}${message === null ? "" : `?message=${message}`}`;
      const signed =
        url +
        Object.keys(form)
          .sort()
          .map((name) => name + form[name])
          .join("");
      const signature = createHmac("sha1", secret).update(signed).digest("base64");
      return takeSmsReport(ctx, { token: to, message, signature, body: new URLSearchParams(form).toString() });
    };
    const stateOf = async (shop: typeof fern) => {
      const [row] = await shop.subscriptions();
      return row?.ended_reason ?? row?.state;
    };
    return { ...office, fern, night, token, report, stateOf };
  }

  it("says in one message whose parcel it is, the news and the link", async () => {
    const { fern, twilio, token, wait } = await setUp();
    await fern.tell(picture([shipped]));
    await wait(5);
    expect(twilio.requests).toHaveLength(1);
    const { form } = twilio.requests[0] ?? { form: {} as Record<string, string> };
    expect(form).toMatchObject({ To: NUMBER, From: "+15005550006", StatusCallback: expect.any(String) });
    const [message] = await fern.messages();
    expect(form.StatusCallback).toBe(`https://track.example/api/sms-reports/${token}?message=${message?.id}`);
    expect(form.Body).toMatch(/^Shop fern: Ihr Paket ist unterwegs.*https:\/\/track\.example\/tracking\/fern\/usps\//);
    expect(await fern.messages()).toMatchObject([{ channel: "sms", state: "sent", provider_id: expect.stringMatching(/^SM/) }]);
  });

  it("to a number that takes none is the last to it", async () => {
    const { fern, night, twilio, wait, stateOf } = await setUp();
    twilio.answerWith(refuse(400, 21211));
    await fern.tell(picture([shipped]));
    await wait(5);
    expect([await stateOf(fern), await stateOf(night)]).toEqual(["bounced", "active"]);
    expect(JSON.stringify(await fern.messages())).not.toContain("4915");
  });

  it.each<[string, Parameters<TwilioServer["answerWith"]>[0]]>([
    ["the line was cut", (response) => void response.destroy()],
    ["Twilio broke while it answered", refuse(500, 20500)],
  ])("that nobody knows the fate of, since %s, is not sent again, and known as sent when Twilio tells of it", async (_, answer) => {
    const { ctx, fern, night, twilio, report, wait } = await setUp();
    twilio.answerWith(answer);
    await fern.tell(picture([shipped]));
    await wait(5);
    twilio.answerWith(null);
    await wait(24 * 60);
    expect(twilio.requests).toHaveLength(1);
    expect(await fern.messages()).toMatchObject([{ state: "unclear", provider_id: null }]);
    const [{ id: message } = { id: null }] = await fern.messages();
    const taken = { MessageSid: "SM77", MessageStatus: "sent" };
    for (const wrong of ["msg_1", `${message}0`]) await report(taken, { message: wrong });
    const nights = await loadMessageSettings(ctx, night.merchantId);
    expect(await report(taken, { message, to: nights.reportsToken ?? "" })).toEqual({ kind: "taken" });
    expect(await fern.messages()).toMatchObject([{ state: "unclear", provider_id: null }]);
    expect(await report(taken, { message })).toEqual({ kind: "taken" });
    expect(await fern.messages()).toMatchObject([{ state: "sent", problem: null, provider_id: "SM77" }]);
    await report({ ...taken, MessageStatus: "undelivered", ErrorCode: "30003" }, { message });
    await report(taken, { message });
    expect(await fern.messages()).toMatchObject([{ state: "failed", provider_id: "SM77" }]);
  });

  it("answered with STOP is the last, until they say START and ask anew", async () => {
    const { fern, night, twilio, wait, report, stateOf } = await setUp();
    const stop = { MessageSid: "SM9", From: NUMBER, To: "+15005550006", Body: "Stop" };
    expect(await report(stop)).toEqual({ kind: "taken" });
    expect(await report(stop)).toEqual({ kind: "taken" });
    expect([await stateOf(fern), await stateOf(night)]).toEqual(["stopped", "active"]);
    await fern.tell(picture([shipped]));
    await wait(5);
    expect(twilio.requests).toEqual([]);
    expect(await fern.wish({ channel: "sms", address: NUMBER })).toEqual({ kind: "suppressed" });
    await report({ ...stop, MessageSid: "SM10", Body: "START" });
    expect(await stateOf(fern)).toBe("stopped");
    expect((await fern.wish({ channel: "sms", address: NUMBER })).kind).toBe("subscribed");
  });

  it("that did not arrive says so, and ends it where the number is at fault", async () => {
    const { fern, twilio, wait, report, stateOf } = await setUp();
    await fern.tell(picture([shipped]));
    await wait(5);
    const [first] = await fern.messages();
    const sid = first?.provider_id ?? "";
    await report({ MessageSid: sid, MessageStatus: "delivered" });
    expect(await fern.messages()).toMatchObject([{ state: "sent" }]);
    await report({ MessageSid: sid, MessageStatus: "undelivered", ErrorCode: "30003" });
    expect(await fern.messages()).toMatchObject([{ state: "failed", problem: "It did not arrive (error 30003)." }]);
    expect(await stateOf(fern)).toBe("active");
    await fern.tell(picture([shipped, delivered]));
    await wait(5);
    expect(twilio.requests).toHaveLength(2);
    const second = (await fern.messages()).find(({ state }) => state === "sent")?.provider_id ?? "";
    await report({ MessageSid: second, MessageStatus: "failed", ErrorCode: "30006" });
    expect(await stateOf(fern)).toBe("bounced");
  });

  it("is reported on by Twilio only, at the shop's own address", async () => {
    const { report, stateOf, fern } = await setUp();
    const stop = { MessageSid: "SM9", From: NUMBER, Body: "STOP" };
    expect(await report(stop, { secret: "guessed" })).toEqual({ kind: "forged" });
    expect(await report(stop, { to: "nobody" })).toEqual({ kind: "token_unknown" });
    expect(await stateOf(fern)).toBe("active");
  });
});
