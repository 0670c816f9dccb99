import { z } from "zod";
import { isDeadMailbox } from "#lib/mail/dead-mailbox.ts";
import type { MailReport } from "./mail-report.ts";

type Read = (value: unknown) => MailReport[] | null;

/** What is read of a shape, null where it is another; of what may be absent, nothing is asked. */
function reader<Shape>(shape: z.ZodType<Shape>, read: (value: Shape) => MailReport[]): Read {
  return (value) => {
    const parsed = shape.safeParse(value);
    return parsed.success ? read(parsed.data) : null;
  };
}

const text = z.string().nullish().catch(null);

/** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html, and event publishing, which names its type otherwise. */
const sesReader = reader(
  z
    .object({
      notificationType: text,
      eventType: text,
      mail: z.object({
        commonHeaders: z.object({ messageId: text }).nullish(),
        headers: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
      }),
      bounce: z
        .object({ bounceType: z.string(), bouncedRecipients: z.array(z.object({ emailAddress: z.string(), status: text })) })
        .nullish(),
      complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }).nullish(),
    })
    .refine(({ notificationType, eventType }) => notificationType != null || eventType != null),
  ({ mail, bounce, complaint }) => {
    const header = mail.headers?.find(({ name }) => name.toLowerCase() === "message-id")?.value;
    const messageId = header ?? mail.commonHeaders?.messageId ?? null;
    const bounced = bounce?.bounceType === "Permanent" ? bounce.bouncedRecipients.filter(({ status }) => isDead(status)) : [];
    return [
      ...bounced.map(({ emailAddress }) => ({ kind: "bounced" as const, messageId, address: emailAddress })),
      ...(complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
        kind: "complained" as const,
        messageId,
        address: emailAddress,
      })),
    ];
  },
);

/** https://postmarkapp.com/developer/webhooks/bounce-webhook */
const POSTMARK_TYPES: ReadonlyMap<string, MailReport["kind"]> = new Map([
  ["HardBounce", "bounced"],
  ["BadEmailAddress", "bounced"],
  ["SpamNotification", "complained"],
  ["SpamComplaint", "complained"],
]);

const postmarkReader = reader(z.object({ RecordType: z.string(), Type: text, Email: text }), ({ RecordType, Type, Email }) => {
  const kind = POSTMARK_TYPES.get(Type ?? RecordType);
  return kind === undefined ? [] : [{ kind, messageId: null, address: Email ?? null }];
});

const sendgridEvent = z.object({ event: z.string(), email: text, type: text, status: text, reason: text, "smtp-id": text });

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event. `dropped` is what was not even tried, and why. */
const sendgridReader = reader(z.array(sendgridEvent), (events) =>
  events.flatMap((event) => {
    const kind = sendgridKind(event);
    return kind === null ? [] : [{ kind, messageId: event["smtp-id"] ?? null, address: event.email ?? null }];
  }),
);

function sendgridKind({ event, type, status, reason }: z.output<typeof sendgridEvent>): MailReport["kind"] | null {
  if (event === "spamreport" || (event === "dropped" && reason === "Spam Reporting Address")) return "complained";
  if (event === "dropped") return reason === "Bounced Address" || reason === "Invalid" ? "bounced" : null;
  return event === "bounce" && type !== "blocked" && isDead(status) ? "bounced" : null;
}

const mailgunData = z.object({
  event: z.string(),
  severity: text,
  reason: text,
  recipient: text,
  message: z.object({ headers: z.object({ "message-id": text }).nullish() }).nullish(),
  "delivery-status": z.object({ code: z.number().nullish().catch(null), "enhanced-code": text }).nullish(),
});

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/ */
const mailgunReader = reader(z.object({ "event-data": mailgunData }), ({ "event-data": data }) => {
  const kind = mailgunKind(data);
  return kind === null ? [] : [{ kind, messageId: data.message?.headers?.["message-id"] ?? null, address: data.recipient ?? null }];
});

function mailgunKind({ event, severity, reason, "delivery-status": status }: z.output<typeof mailgunData>): MailReport["kind"] | null {
  if (event === "complained" || reason === "suppress-complaint") return "complained";
  if (event !== "failed" || severity !== "permanent") return null;
  if (reason === "suppress-bounce") return "bounced";
  return isDeadMailbox({ code: status?.code ?? null, status: status?.["enhanced-code"] || null }) ? "bounced" : null;
}

/** A provider that calls a bounce permanent without saying why is believed. */
const isDead = (status: string | null | undefined) => !status || status === "5.0.0" || isDeadMailbox({ code: null, status });

/** The first that knows a shape reads it. A new provider is one row. */
const READERS: readonly Read[] = [sesReader, postmarkReader, sendgridReader, mailgunReader];

/** Null where nobody knows the shape; an empty list where it says nothing that ends a subscription. */
export function readJsonReports(value: unknown): MailReport[] | null {
  for (const read of READERS) {
    const reports = read(value);
    if (reports !== null) return reports;
  }
  return null;
}
