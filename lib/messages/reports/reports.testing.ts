interface Told {
  /** With angle brackets, as in its header; null where the report holds none. */
  messageId: string | null;
  address: string;
}

const crlf = (text: string) => text.replaceAll("\n", "\r\n");
const headersOf = ({ messageId, address }: Told) =>
  `From: Fern <waymark@track.example>\nTo: ${address}\nSubject: Your parcel\n${messageId === null ? "" : `Message-ID: ${messageId}\n`}`;

/** A mail that came back, as RFC 3464 has it. */
export const dsn = (
  told: Told,
  {
    action = "failed",
    status = "5.1.1",
    code = "550",
    said,
    envelopeId,
  }: Partial<Record<"action" | "status" | "code" | "said" | "envelopeId", string>> = {},
) =>
  crlf(`From: MAILER-DAEMON@mx.example
To: waymark@track.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
${envelopeId === undefined ? "" : `Original-Envelope-Id: ${envelopeId}\n`}Arrival-Date: Sun, 1 Mar 2026 12:00:00 +0000

Final-Recipient: rfc822; ${told.address}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${code} ${said ?? status} <${told.address}>: Recipient address
 rejected: User unknown

--b1
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

${headersOf(told)}
--b1--
`);

/** Somebody pressed "this is spam", as RFC 5965 has it. */
export const arf = (told: Told, { type = "abuse" } = {}) =>
  crlf(`From: <feedback@isp.example>
To: <abuse@track.example>
Subject: FW: Your parcel
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

--b2
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--b2
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <${told.address}>

--b2
Content-Type: message/rfc822
Content-Disposition: inline

${headersOf(told)}
Hello
--b2--
`);

export const ses = ({ messageId, address }: Told, { type = "Permanent", status = "5.1.1" } = {}) => ({
  notificationType: "Bounce",
  bounce: {
    bounceType: type,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: address, action: "failed", status, diagnosticCode: "smtp; 550 5.1.1 user unknown" }],
    timestamp: "2026-03-01T12:00:00.000Z",
  },
  mail: { messageId: "0100", destination: [address], headers: messageId === null ? [] : [{ name: "Message-ID", value: messageId }] },
});

export const sesComplaint = ({ messageId, address }: Told) => ({
  eventType: "Complaint",
  complaint: { complainedRecipients: [{ emailAddress: address }], complaintFeedbackType: "abuse" },
  mail: { messageId: "0100", destination: [address], commonHeaders: { messageId } },
});

export const postmark = ({ address }: Told, { record = "Bounce", type = "HardBounce" } = {}) => ({
  RecordType: record,
  Type: type,
  TypeCode: 1,
  MessageID: "883953f4-6105-42a2-a16a-77a8eac79483",
  Email: address,
});

export const sendgrid = ({ messageId, address }: Told, { event = "bounce", type = "bounce", status = "5.1.1" } = {}) => [
  { email: "other@shopper.example", event: "delivered", timestamp: 1772366400, "smtp-id": "<x@y>" },
  { email: address, event, type, status, reason: "550 5.1.1 unknown", timestamp: 1772366400, ...(messageId && { "smtp-id": messageId }) },
];

export const mailgun = ({ messageId, address }: Told, { event = "failed", severity = "permanent", code = 550, enhanced = "" } = {}) => ({
  signature: { timestamp: "1529006854", token: "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", signature: "d2271d12" },
  "event-data": {
    event,
    severity,
    reason: "generic",
    recipient: address,
    message: { headers: { "message-id": messageId?.replaceAll(/[<>]/g, "") ?? null } },
    "delivery-status": { code, "enhanced-code": enhanced, message: "no mailbox" },
  },
});
