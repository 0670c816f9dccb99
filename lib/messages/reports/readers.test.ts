import { describe, expect, it } from "vitest";
import { readJsonReports } from "./json-readers.ts";
import type { MailReport } from "./mail-report.ts";
import { readRawReport } from "./read-raw-report.ts";
import { arf, dsn, mailgun, postmark, sendgrid, ses, sesComplaint } from "./reports.testing.ts";

const MESSAGE_ID = "<msg_1@track.example>";
const mia = { messageId: MESSAGE_ID, address: "mia@shopper.example" };

const read = async (report: unknown): Promise<MailReport[] | null> =>
  typeof report === "string" ? readRawReport(Buffer.from(report)) : readJsonReports(report);

describe("a mail provider's report", () => {
  it.each<[string, unknown, MailReport["kind"]]>([
    ["a bounce by Amazon SES", ses(mia), "bounced"],
    ["a complaint by Amazon SES", sesComplaint(mia), "complained"],
    ["a bounce by Postmark", postmark(mia), "bounced"],
    ["a complaint by Postmark", postmark(mia, { record: "SpamComplaint", type: "SpamComplaint" }), "complained"],
    ["a bounce by SendGrid", sendgrid(mia), "bounced"],
    ["a complaint by SendGrid", sendgrid(mia, { event: "spamreport" }), "complained"],
    ["a bounce by Mailgun", mailgun(mia), "bounced"],
    ["a complaint by Mailgun", mailgun(mia, { event: "complained" }), "complained"],
    ["a mail that came back", dsn(mia), "bounced"],
    ["a mail that came back, by a server that leaves it to the other one", dsn(mia, { status: "5.0.0", said: "5.1.1" }), "bounced"],
    ["a mail that came back with an old server's words", dsn(mia, { status: "5.0.0", said: "No such user" }), "bounced"],
    ["a mail called spam", arf(mia), "complained"],
    ["a mail of which nothing came back but its name", dsn({ ...mia, messageId: null }, { envelopeId: "msg_1@track.example" }), "bounced"],
  ])("of %s tells which mail, and who can vouch for it which address", async (name, report, kind) => {
    const [said, ...others] = (await read(report)) ?? [];
    expect(others).toEqual([]);
    // Whoever writes a mail can name any address in it; who knows a shop's address for reports is believed.
    expect(said).toMatchObject({ kind, address: typeof report === "string" ? null : "mia@shopper.example" });
    // Postmark names mails by ids of its own.
    if (!name.endsWith("Postmark")) expect(`<${said?.messageId?.replaceAll(/[<>]/g, "")}>`).toBe(MESSAGE_ID);
  });

  it.each<[string, unknown]>([
    ["a full mailbox, by Amazon SES", ses(mia, { type: "Transient", status: "4.2.2" })],
    ["content, by Amazon SES", ses(mia, { status: "5.7.1" })],
    ["a full mailbox, by Postmark", postmark(mia, { type: "SoftBounce" })],
    ["content, by SendGrid", sendgrid(mia, { type: "blocked", status: "5.7.1" })],
    ["a delay, by SendGrid", sendgrid(mia, { event: "deferred" })],
    ["a delay, by Mailgun", mailgun(mia, { severity: "temporary" })],
    ["content, by Mailgun", mailgun(mia, { code: 554, enhanced: "5.7.1" })],
    ["a delay, by a mail server", dsn(mia, { action: "delayed", status: "4.4.1", code: "451" })],
    ["content, by a mail server", dsn(mia, { status: "5.7.1" })],
    ["content, by a server that leaves it to the other one", dsn(mia, { status: "5.0.0", said: "5.7.1" })],
    ["no spam after all", arf(mia, { type: "not-spam" })],
  ])("of %s ends nothing", async (_, report) => {
    expect(await read(report)).toEqual([]);
  });

  it("is read at once, however its lines are filled up", async () => {
    const filled = `${" ".repeat(400_000)}x${" ".repeat(400_000)}y`;
    expect(await read(dsn(mia).replace("Action:", `X-Filled:${filled}\r\nAction:`))).toMatchObject([{ kind: "bounced" }]);
  });

  it.each<[string, unknown]>([
    ["a text", "hello"],
    ["a mail about nothing", "From: mia@shopper.example\r\nSubject: Thanks\r\n\r\nThank you!"],
    ["an unknown JSON", { hello: "world" }],
    ["a number", 5],
    ["a mail of more parts than anybody reads", dsn(mia).replace("--b1--", "--b1\r\n\r\nx\r\n".repeat(1001))],
  ])("that is %s is not understood", async (_, report) => {
    expect(await read(report)).toBeNull();
  });
});
