import { inboundRoute, refuseMethod } from "#app/_server/inbound-route.ts";
import { problem } from "#app/_server/problem.ts";
import { type ReportsAddress, tokenUnknown } from "#app/_server/reports-address.ts";
import { type TakeSmsReportOutcome, takeSmsReport } from "#lib/messages/reports/take-sms-report.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 64 * 1024;

/** What became of SMS, and answers to them, as Twilio tells it. */
export const POST = inboundRoute<ReportsAddress, TakeSmsReportOutcome>(
  { name: "sms_reports", thing: "Report", mostBytes: MOST_BYTES },
  (runtime, { request, params: { token }, body }) => {
    const signature = request.headers.get("x-twilio-signature");
    const message = new URL(request.url).searchParams.get("message");
    return takeSmsReport(runtime, { token, message, signature, body: Buffer.from(body).toString("utf8") });
  },
  answer,
);

function answer(outcome: TakeSmsReportOutcome): Response {
  switch (outcome.kind) {
    case "taken":
      // Nothing is said to whoever wrote.
      return new Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', { headers: { "content-type": "text/xml; charset=utf-8" } });
    case "token_unknown":
      return tokenUnknown();
    case "forged":
      return problem(403, "Signature wrong", "It was not signed with the account's Auth Token for this address.");
  }
}

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as OPTIONS,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
