import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { HttpAnswer } from "#lib/http/http-client.ts";
import { readRetryAfter } from "#lib/http/read-retry-after.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { IncomingReport, Sms, SmsAccount, SmsOutcome, SmsProvider, SmsReport } from "./sms-provider.ts";

const TIMEOUT_MS = 20_000;

type Because = Extract<SmsOutcome, { kind: "refused" }>["because"];

/** What Twilio's error codes mean for the number; all others are about the message or the account. https://www.twilio.com/docs/api/errors */
const CODES: Readonly<Record<number, { because: Because; problem: string }>> = {
  21211: { because: "number", problem: "the number is none" },
  21217: { because: "number", problem: "the number is none" },
  21214: { because: "number", problem: "the number cannot be reached" },
  21610: { because: "stopped", problem: "the recipient has answered STOP" },
  21614: { because: "number", problem: "the number is no mobile one" },
  30005: { because: "number", problem: "the number is unknown or no longer in use" },
  30006: { because: "number", problem: "the number is a landline" },
};

/** Its own words for `STOP` and `START`; where a messaging service knows others, `OptOutType` says which it was. */
const STOP_WORDS = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]);
const START_WORDS = new Set(["START", "YES", "UNSTOP"]);

/** A message that Twilio has, and that did not fail. https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const TAKEN = new Set(["accepted", "scheduled", "queued", "sending", "sent", "delivered", "read"]);

/** Programmable Messaging. https://www.twilio.com/docs/messaging/api/message-resource */
export const twilio: SmsProvider = {
  async send({ http, config }, account, sms) {
    const answer = await http.request({
      method: "POST",
      url: `${config.twilioUrl}/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}/Messages.json`,
      headers: {
        accept: "application/json",
        authorization: `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: writeForm(account, sms),
      timeoutMs: TIMEOUT_MS,
      isFromSettings: true,
    });
    return judge(answer);
  },

  readReport({ authToken }, report) {
    return isGenuine(authToken, report) ? readForm(new Map(report.form)) : null;
  },
};

function writeForm({ from, messagingServiceSid }: SmsAccount, { to, text, reportUrl }: Sms): string {
  const form = new URLSearchParams({ To: to, Body: text, StatusCallback: reportUrl });
  if (messagingServiceSid !== null) form.set("MessagingServiceSid", messagingServiceSid);
  else if (from !== null) form.set("From", from);
  return form.toString();
}

const acceptedSchema = z.object({ sid: z.string().min(1) });
const errorSchema = z.object({ code: z.number() });

function judge(answer: HttpAnswer): SmsOutcome {
  if (answer.kind === "refused_target") return { kind: "refused", because: "message", problem: `Twilio's address ${answer.problem}.` };
  if (answer.kind === "no_answer") {
    const problem = `Twilio did not answer: ${answer.problem}.`;
    return answer.isUnsent ? { kind: "later", problem, retryAfterMs: null } : { kind: "unclear", problem };
  }
  const { status } = answer;
  const json = parseJson(answer.body);
  const value = json.kind === "parsed" ? json.value : null;
  if (status >= 200 && status < 300) {
    const accepted = acceptedSchema.safeParse(value);
    if (accepted.success) return { kind: "accepted", providerId: accepted.data.sid };
    return { kind: "unclear", problem: "Twilio's answer cannot be read." };
  }
  if (status === 429 || status === 503)
    return { kind: "later", problem: `Twilio answered ${status}.`, retryAfterMs: readRetryAfter(answer.headers) };
  // A server that broke on the way may have taken it.
  if (status >= 500) return { kind: "unclear", problem: `Twilio answered ${status}.` };
  // The account may be mended: its token is wrong, its number is not its own, it has no money.
  const error = errorSchema.safeParse(value);
  if (status === 401 || status === 402 || status === 403)
    return { kind: "later", problem: `Twilio answered ${status}${codeText(error.data?.code)}.`, retryAfterMs: null };
  const known = error.success ? CODES[error.data.code] : undefined;
  const problem = `Twilio refused the SMS${codeText(error.data?.code)}${known ? `: ${known.problem}` : ""}.`;
  return { kind: "refused", because: known?.because ?? "message", problem };
}

const codeText = (code: number | undefined) => (code === undefined ? "" : ` (error ${code})`);

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security */
function isGenuine(authToken: string, { url, signature, form }: IncomingReport): boolean {
  const signed =
    url +
    [...form]
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
      .map(([name, value]) => name + value)
      .join("");
  const expected = createHmac("sha1", authToken).update(signed).digest();
  const given = Buffer.from(signature ?? "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readForm(form: ReadonlyMap<string, string>): SmsReport {
  const sid = form.get("MessageSid") ?? form.get("SmsSid") ?? "";
  const from = form.get("From") ?? "";
  const status = form.get("MessageStatus") ?? form.get("SmsStatus");
  if (sid === "") return { kind: "nothing_to_do" };
  if (status === "undelivered" || status === "failed") {
    const code = Number(form.get("ErrorCode"));
    const known = CODES[code];
    const problem = `It did not arrive${codeText(code || undefined)}${known ? `: ${known.problem}` : ""}.`;
    return { kind: "undeliverable", providerId: sid, because: known?.because ?? "message", problem };
  }
  if (status !== undefined && TAKEN.has(status)) return { kind: "taken", providerId: sid };
  const word = (form.get("OptOutType") ?? form.get("Body") ?? "").trim().toUpperCase();
  if (STOP_WORDS.has(word)) return { kind: "stopped", from };
  if (START_WORDS.has(word)) return { kind: "started", from };
  return { kind: "nothing_to_do" };
}
