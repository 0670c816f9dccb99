import { inboundRoute, refuseMethod, tryAgain } from "#app/_server/inbound-route.ts";
import { problem } from "#app/_server/problem.ts";
import { type ReceiveWebhookOutcome, receiveWebhook } from "#lib/shipments/receive-webhook.ts";

export const dynamic = "force-dynamic";

interface HookAddress {
  merchant: string;
  source: string;
}

/** Far more than any provider sends. */
const MOST_BYTES = 512 * 1024;

export const POST = inboundRoute<HookAddress, ReceiveWebhookOutcome>(
  { name: "hook", thing: "Webhook", mostBytes: MOST_BYTES },
  (runtime, { request, params, body }) => {
    const { pathname, search } = new URL(request.url);
    const webhook = { method: request.method, target: pathname + search, headers: Object.fromEntries(request.headers), body };
    return receiveWebhook(runtime, { merchantSlug: params.merchant, sourceSlug: params.source, webhook });
  },
  answer,
);

function answer(outcome: ReceiveWebhookOutcome): Response {
  switch (outcome.kind) {
    case "received":
      return kept({ received: true });
    case "duplicate":
      return kept({ received: true, duplicate: true });
    case "source_unknown":
      return problem(404, "No such address", "No source has this address. Copy the webhook address from the source's settings.");
    case "refused":
      return REFUSALS[outcome.reason]();
    case "undecided":
      return tryAgain("The signature could not be checked.");
  }
}

const REFUSALS: Record<Extract<ReceiveWebhookOutcome, { kind: "refused" }>["reason"], () => Response> = {
  unsigned: () => unauthorized("Webhook not signed", "It came without the signature or token that this source is known by."),
  forged: () =>
    unauthorized(
      "Signature wrong",
      "The signature or token does not fit. Compare the secret set here with the one at the provider; nothing in between may change the body.",
    ),
  not_configured: () =>
    unauthorized("No secret set", "This source has no secret to tell genuine webhooks by. Set one, and enter it at the provider."),
  stale: () =>
    problem(400, "Signature too old", "It was made more than five minutes away from the time here. Compare the clocks, and sign again."),
};

function unauthorized(title: string, detail: string): Response {
  const response = problem(401, title, detail);
  response.headers.set("www-authenticate", 'Bearer realm="webhooks"');
  return response;
}

const kept = (body: object) => Response.json(body, { headers: { "x-content-type-options": "nosniff" } });

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as OPTIONS,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
