import { inboundRoute, refuseMethod, tryAgain } from "#app/_server/inbound-route.ts";
import { problem } from "#app/_server/problem.ts";
import { type ReportsAddress, tokenUnknown } from "#app/_server/reports-address.ts";
import { type TakeMailReportsOutcome, takeMailReports } from "#lib/messages/reports/take-mail-reports.ts";

export const dynamic = "force-dynamic";

/** A whole mail that came back, or some hundreds of events. */
const MOST_BYTES = 1024 * 1024;

const SHAPES = "Known are Amazon SES (through SNS or as it is), Postmark, SendGrid, Mailgun, and mails of RFC 3464 and RFC 5965.";

/** Bounces and complaints, as mail providers tell them. */
export const POST = inboundRoute<ReportsAddress, TakeMailReportsOutcome>(
  { name: "mail_reports", thing: "Report", mostBytes: MOST_BYTES },
  (runtime, { params: { token }, body }) => takeMailReports(runtime, { token, body }),
  answer,
);

function answer(outcome: TakeMailReportsOutcome): Response {
  switch (outcome.kind) {
    case "taken":
      return Response.json({ taken: true, suppressed: outcome.suppressed });
    case "token_unknown":
      return tokenUnknown();
    case "unreadable":
      return problem(422, "Report not understood", `It has no shape we know. ${SHAPES}`);
    case "too_many":
      return problem(413, "Too many reports", `One request may hold ${outcome.most} at most.`);
    case "forged":
      return problem(401, "Signature wrong", "It says it comes from Amazon SNS, but Amazon did not sign it.");
    case "undecided":
      return tryAgain(outcome.problem);
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
