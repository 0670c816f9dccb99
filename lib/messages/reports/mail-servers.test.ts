import { describe, expect, it } from "vitest";
import { readRawReport } from "./read-raw-report.ts";

const MAIL = `Received: from track.example (track.example [192.0.2.7])
\tby mx.example with ESMTPS; Sun, 1 Mar 2026 12:00:01 +0000
From: Fern <waymark@track.example>
To: mia@shopper.example
Subject: Your parcel
Message-ID:
 <msg_1@track.example>
List-Unsubscribe: <https://track.example/preferences/token/unsubscribe>
`;

interface Returned {
  /** Of the whole. */
  type: string;
  parts: readonly [type: string, body: string][];
  headers?: string;
}

/** A report as a server builds it: its own headers, its own order, its own boundary. */
function returned({ type, parts, headers = "" }: Returned): Buffer {
  const boundary = /boundary="?([^";\s]+)/i.exec(type)?.[1] ?? "";
  const written = parts.map(([head, body]) => `--${boundary}\n${head}\n\n${body}\n`);
  const text = `Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\n${headers}MIME-Version: 1.0\n${type}\n\nThis is a MIME report.\n\n${written.join("")}--${boundary}--\n`;
  return Buffer.from(text.replaceAll("\n", "\r\n"));
}

const WORDS: Returned["parts"][number] = ["Content-Type: text/plain; charset=us-ascii", "Your mail could not be delivered."];

/** How the servers that most mails pass put "there is no such mailbox". */
const SERVERS: readonly [server: string, Returned][] = [
  [
    "Postfix",
    {
      type: 'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="4Q1.1772366400/mx.example"',
      headers: "Auto-Submitted: auto-replied\n",
      parts: [
        [`Content-Description: Notification\n${WORDS[0]}`, WORDS[1]],
        [
          "Content-Description: Delivery report\nContent-Type: message/delivery-status",
          `Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4Q1
X-Postfix-Sender: rfc822; waymark@track.example
Arrival-Date: Sun,  1 Mar 2026 12:00:00 +0000 (UTC)

Final-Recipient: rfc822; mia@inbox.example
Original-Recipient: rfc822;mia@shopper.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; inbox.example
Diagnostic-Code: smtp; 550-5.1.1 The account does not exist. Please look at the
    550-5.1.1 spelling of the recipient's address, or at 550 5.1.1 spaces in it.`,
        ],
        ["Content-Description: Undelivered Message Headers\nContent-Type: text/rfc822-headers\nContent-Transfer-Encoding: 8bit", MAIL],
      ],
    },
  ],
  [
    "Exim, which gives every failure the same status",
    {
      type: "Content-Type: multipart/report; report-type=delivery-status; boundary=1772366400-eximdsn-193726",
      headers: "X-Failed-Recipients: mia@shopper.example\nAuto-Submitted: auto-replied\n",
      parts: [
        ["Content-type: text/plain; charset=us-ascii", WORDS[1]],
        [
          "Content-type: message/delivery-status",
          `Reporting-MTA: dns; mx.example

Action: failed
Final-Recipient: rfc822;mia@shopper.example
Status: 5.0.0
Remote-MTA: dns; inbox.example
Diagnostic-Code: smtp; 550 5.1.1 <mia@shopper.example>: Recipient address rejected: User unknown`,
        ],
        ["Content-type: message/rfc822", `Return-path: <waymark@track.example>\n${MAIL}\nHello\n`],
      ],
    },
  ],
  [
    "Exchange, with words in two forms and a nested part",
    {
      type: 'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="9B095B5ADSN=_01DCA"',
      headers: "Content-Language: en-US\nX-MS-Exchange-Message-Is-Ndr:\n",
      parts: [
        [
          'Content-Type: multipart/alternative; differences=Content-Type;\n\tboundary="b-inner"',
          '--b-inner\nContent-Type: text/plain; charset="us-ascii"\nContent-Transfer-Encoding: quoted-printable\n\nYour message wasn=27t delivered.\n\n--b-inner\nContent-Type: text/html; charset="us-ascii"\n\n<html><body>no</body></html>\n\n--b-inner--',
        ],
        [
          "Content-Type: message/delivery-status",
          `Reporting-MTA: dns;AM0PR01.prod.example
Received-From-MTA: dns;track.example
Arrival-Date: Sun, 1 Mar 2026 12:00:00 +0000

Final-Recipient: rfc822;mia@shopper.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
X-Display-Name: Mia`,
        ],
        ["Content-Type: message/rfc822", `${MAIL}Content-Type: text/plain\n\nHello\n`],
      ],
    },
  ],
  [
    "Gmail, with a picture beside its words",
    {
      type: 'Content-Type: multipart/report; boundary="000000000000c1"; report-type=delivery-status',
      headers: "Auto-Submitted: auto-replied\nReferences: <msg_1@track.example>\n",
      parts: [
        [
          'Content-Type: multipart/related; boundary="000000000000c2"',
          '--000000000000c2\nContent-Type: multipart/alternative; boundary="000000000000c3"\n\n--000000000000c3\nContent-Type: text/plain; charset="UTF-8"\n\nAddress not found\n\n--000000000000c3--\n--000000000000c2\nContent-Type: image/png; name="icon.png"\nContent-Disposition: attachment; filename="icon.png"\nContent-Transfer-Encoding: base64\nContent-ID: <icon.png>\n\niVBORw0KGgo=\n--000000000000c2--',
        ],
        [
          "Content-Type: message/delivery-status",
          `Reporting-MTA: dns; mail.example
Received-From-MTA: dns; waymark@track.example
Arrival-Date: Sun, 01 Mar 2026 04:00:00 -0800 (PST)
X-Original-Message-ID: <msg_1@track.example>

Final-Recipient: rfc822; mia@shopper.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; inbox.example. (192.0.2.9, the server for the domain shopper.example.)
Diagnostic-Code: smtp; 550-5.1.1 No such account. 550 5.1.1 See our pages
Last-Attempt-Date: Sun, 01 Mar 2026 04:00:01 -0800 (PST)`,
        ],
        ["Content-Type: message/rfc822", `${MAIL}\nHello\n`],
      ],
    },
  ],
  [
    "Amazon SES, by mail",
    {
      type: 'Content-Type: multipart/report; \n\tboundary="----=_Part_1_1772366400"; report-type=delivery-status',
      parts: [
        ['Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: 7bit\nContent-Description: Notification', WORDS[1]],
        [
          "Content-Type: message/delivery-status\nContent-Transfer-Encoding: 7bit\nContent-Description: Delivery report",
          `Reporting-MTA: dns; a1.smtp-out.example

Action: failed
Final-Recipient: rfc822; mia@shopper.example
Diagnostic-Code: smtp; 550 5.1.1 user unknown
Status: 5.1.1
`,
        ],
        ["Content-Type: message/rfc822\nContent-Description: Undelivered Message", `${MAIL}\nHello\n`],
      ],
    },
  ],
  [
    "Sendmail, in capitals of its own",
    {
      type: 'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="x21.1772366400/mx.example"',
      parts: [
        ["Content-Type: text/plain", WORDS[1]],
        [
          "Content-Type: Message/Delivery-Status",
          `Reporting-MTA: dns; mx.example
Received-From-MTA: DNS; track.example

Final-Recipient: RFC822; mia@shopper.example
Action: failed
Status: 5.1.1
Remote-MTA: DNS; inbox.example
Diagnostic-Code: SMTP; 550 5.1.1 <mia@shopper.example>... User unknown`,
        ],
        ["Content-Type: Text/RFC822-Headers", MAIL],
      ],
    },
  ],
  [
    "a gateway that encodes all it passes on",
    {
      type: 'Content-Type: multipart/report; report-type="delivery-status"; boundary="gw"',
      parts: [
        WORDS,
        [
          "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64",
          Buffer.from(
            "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; <mia@shopper.example>\r\nAction: Failed\r\nStatus: 5.1.1 (no such user)\r\n",
          ).toString("base64"),
        ],
        [
          "Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: quoted-printable",
          MAIL.replaceAll("=", "=3D").replace("msg_1", "msg=5F1"),
        ],
      ],
    },
  ],
];

describe("a mail that came back", () => {
  it.each(SERVERS)("is understood from %s", async (_, report) => {
    const [said, ...others] = (await readRawReport(returned(report))) ?? [];
    expect(others).toEqual([]);
    expect({ ...said, messageId: said?.messageId?.replaceAll(/[<>\s]/g, "") }).toEqual({
      kind: "bounced",
      // Whoever writes a mail can name any address in it.
      address: null,
      messageId: "msg_1@track.example",
    });
  });

  it("tells once of the one mail it is about, whomever else it names", async () => {
    const fields = (address: string, status: string) => `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}`;
    const status = `Reporting-MTA: dns; mx.example\nOriginal-Envelope-Id: msg_1@track.example\n\n${fields("mia@shopper.example", "5.1.1")}\n\n${fields("ben@shopper.example", "5.2.2")}\n\n${fields("joe@shopper.example", "5.1.2")}\n`;
    const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"';
    const said = await readRawReport(returned({ type, parts: [WORDS, ["Content-Type: message/delivery-status", status]] }));
    expect(said).toEqual([{ kind: "bounced", address: null, messageId: "msg_1@track.example" }]);
  });

  it.each<[string, string, string]>([
    ["a mailbox that is full", "failed", "Status: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full"],
    ["a server that cannot be reached", "failed", "Status: 5.4.4\nDiagnostic-Code: X-Postfix; Host not found"],
    ["a mail that is still on its way", "delayed", "Status: 4.4.1\nDiagnostic-Code: smtp; 421 4.4.1 try again"],
    ["a list of bad senders", "failed", "Status: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Service unavailable, blocked"],
    ["a mail that arrived", "delivered", "Status: 2.0.0"],
    ["a mail that was passed on", "relayed", "Status: 2.0.0"],
  ])("ends nothing because of %s", async (_, action, status) => {
    const fields = `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; mia@shopper.example\nAction: ${action}\n${status}\n`;
    const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"';
    expect(await readRawReport(returned({ type, parts: [WORDS, ["Content-Type: message/delivery-status", fields]] }))).toEqual([]);
  });
});
