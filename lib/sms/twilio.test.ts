import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import type { SmsAccount } from "./sms-provider.ts";
import { twilio } from "./twilio.ts";
import { refuse, sendJson, startTwilioServer, type TwilioServer } from "./twilio-server.testing.ts";

const ACCOUNT: SmsAccount = {
  provider: "twilio",
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "a-token-nobody-knows",
  from: "+15005550006",
  messagingServiceSid: null,
};
const SMS = { to: "+4915112345678", text: "Fern: Ihr Paket ist da. Grüße & mehr", reportUrl: "https://track.example/api/sms-reports/tok" };

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function open() {
  const server = await startTwilioServer();
  const http = createHttpClient({ allowPrivateTargets: false });
  undo.push(
    () => server.close(),
    () => http.close(),
  );
  const send = (account = ACCOUNT, twilioUrl = server.url) => twilio.send({ http, config: { twilioUrl } }, account, SMS);
  return { server, send };
}

describe("an SMS by Twilio", () => {
  it("is sent from the shop's own account and number, with an address for what becomes of it", async () => {
    const { server, send } = await open();
    expect(await send()).toEqual({ kind: "accepted", providerId: `SM${"0".repeat(31)}1` });
    expect(server.requests).toEqual([
      {
        path: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`,
        authorization: `Basic ${Buffer.from(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`).toString("base64")}`,
        form: { To: SMS.to, Body: SMS.text, From: "+15005550006", StatusCallback: SMS.reportUrl },
      },
    ]);
  });

  it("goes through a messaging service where the shop has one", async () => {
    const { server, send } = await open();
    await send({ ...ACCOUNT, messagingServiceSid: `MG${"1".repeat(32)}` });
    expect(server.requests[0]?.form).toMatchObject({ MessagingServiceSid: `MG${"1".repeat(32)}` });
    expect(server.requests[0]?.form).not.toHaveProperty("From");
  });

  it.each<[string, Parameters<TwilioServer["answerWith"]>[0], object]>([
    ["the number is none", refuse(400, 21211), { kind: "refused", because: "number" }],
    ["whoever has it said STOP", refuse(400, 21610), { kind: "refused", because: "stopped" }],
    ["the text is at fault", refuse(400, 21617), { kind: "refused", because: "message" }],
    ["the account is locked out", refuse(401, 20003), { kind: "later" }],
    [
      "there were too many",
      (response) => sendJson(response, 429, { code: 20429 }, { "retry-after": "30" }),
      { kind: "later", retryAfterMs: 30_000 },
    ],
    ["it is out of order", (response) => void response.writeHead(503).end("no JSON"), { kind: "later" }],
    ["it broke on the way", refuse(500, 20500), { kind: "unclear" }],
    ["nobody can read what it said", (response) => void response.writeHead(201).end("<html>"), { kind: "unclear" }],
    ["the line was cut", (response) => void response.destroy(), { kind: "unclear" }],
  ])("that was not taken because %s tells whether to try again, and names nobody", async (_, answer, outcome) => {
    const { server, send } = await open();
    server.answerWith(answer);
    const said = await send();
    expect(said).toMatchObject(outcome);
    expect(JSON.stringify(said)).not.toMatch(/4915|token|Fern/);
  });

  it("is tried again where nobody listened", async () => {
    const { send } = await open();
    expect(await send(ACCOUNT, "http://127.0.0.1:1")).toMatchObject({ kind: "later" });
  });
});

describe("what Twilio tells", () => {
  const url = "https://track.example/api/sms-reports/tok";
  const read = (form: Record<string, string>, { token = ACCOUNT.authToken, target = url } = {}) => {
    const signed =
      target +
      Object.keys(form)
        .sort()
        .map((name) => name + form[name])
        .join("");
    const signature = createHmac("sha1", token).update(signed).digest("base64");
    return twilio.readReport(ACCOUNT, { url, signature, form: Object.entries(form) });
  };

  it("is believed with the account's own signature only", () => {
    const form = { MessageSid: "SM1", MessageStatus: "delivered" };
    expect(read(form)).toEqual({ kind: "taken", providerId: "SM1" });
    expect(read(form, { token: "another" })).toBeNull();
    expect(read(form, { target: `${url}?x=1` })).toBeNull();
    expect(twilio.readReport(ACCOUNT, { url, signature: null, form: Object.entries(form) })).toBeNull();
  });

  // The example of Twilio's own documentation.
  it("is signed as Twilio documents it", () => {
    const form = { CallSid: "CA1234567890ABCDE", Caller: "+14158675310", Digits: "1234", From: "+14158675310", To: "+18005551212" };
    const report = {
      url: "https://example.com/myapp.php?foo=1&bar=2",
      signature: "L/OH5YylLD5NRKLltdqwSvS0BnU=",
      form: Object.entries(form),
    };
    expect(twilio.readReport({ ...ACCOUNT, authToken: "12345" }, report)).toEqual({ kind: "nothing_to_do" });
  });

  it.each<[string, Record<string, string>, object]>([
    ["a number nobody has", { MessageStatus: "undelivered", ErrorCode: "30005" }, { kind: "undeliverable", because: "number" }],
    ["a phone that is off", { MessageStatus: "undelivered", ErrorCode: "30003" }, { kind: "undeliverable", because: "message" }],
    ["a failure without a code", { MessageStatus: "failed" }, { kind: "undeliverable", because: "message", problem: "It did not arrive." }],
    ["a message it has after all", { MessageStatus: "queued" }, { kind: "taken", providerId: "SM1" }],
    ["STOP", { Body: " stop ", From: "+4915112345678" }, { kind: "stopped", from: "+4915112345678" }],
    ["a word of the shop's own for it", { Body: "Schluss", OptOutType: "STOP", From: "+49151" }, { kind: "stopped" }],
    ["START", { Body: "Start", From: "+4915112345678" }, { kind: "started" }],
    ["thanks", { Body: "Thank you!", From: "+4915112345678", SmsStatus: "received" }, { kind: "nothing_to_do" }],
  ])("is understood: %s", (_, form, report) => {
    expect(read({ MessageSid: "SM1", ...form })).toMatchObject(report);
  });
});
