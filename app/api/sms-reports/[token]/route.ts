import { problem } from "#app/_server/problem.ts";
import { refuseMethod, reportsRoute, tokenUnknown } from "#app/_server/reports-route.ts";
import { type TakeSmsReportOutcome, takeSmsReport } from "#lib/messages/reports/take-sms-report.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 64 * 1024;

/** What became of SMS, and answers to them, as Twilio tells it. */
export const POST = reportsRoute("sms_reports", { mostBytes: MOST_BYTES }, async (runtime, { token, headers, body }) => {
  const signature = headers.get("x-twilio-signature");
  return answer(await takeSmsReport(runtime, { token, signature, body: Buffer.from(body).toString("utf8") }));
});

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
