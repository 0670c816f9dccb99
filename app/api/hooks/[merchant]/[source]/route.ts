import { randomUUID } from "node:crypto";
import { readBytes } from "#app/_server/api/read-bytes.ts";
import { log } from "#app/_server/log.ts";
import { problem } from "#app/_server/problem.ts";
import { getServices } from "#app/_server/services.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { type ReceiveWebhookOutcome, receiveWebhook } from "#lib/shipments/receive-webhook.ts";

export const dynamic = "force-dynamic";

interface HookAddress {
  merchant: string;
  source: string;
}

/** Far more than any provider sends. */
const MOST_BODY_BYTES = 512 * 1024;
const RETRY_AFTER_SECONDS = 30;

type Answer = { response: Response; outcome: string; error?: unknown };

/** Answers once a webhook is kept: 2xx is kept, 4xx is not worth sending again, 503 please do. */
export async function POST(request: Request, context: { params: Promise<HookAddress> }): Promise<Response> {
  const requestId = randomUUID();
  const started = performance.now();
  const { runtime } = await getServices();
  const { response, outcome, error } = await receive(runtime, request, await context.params).catch(
    (error: unknown): Answer => ({ response: tryAgain("The webhook could not be kept."), outcome: "failed", error }),
  );
  response.headers.set("x-request-id", requestId);
  const { logLevel } = runtime.config;
  if (error !== undefined) {
    log(logLevel, "error", { requestId, route: "hook", error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  // Without the address: its query can hold the token.
  const ms = Math.round((performance.now() - started) * 10) / 10;
  log(logLevel, "info", { requestId, route: "hook", method: request.method, status: response.status, outcome, ms });
  return response;
}

async function receive(runtime: Runtime, request: Request, { merchant, source }: HookAddress): Promise<Answer> {
  const read = await readBytes(request, MOST_BODY_BYTES);
  switch (read.kind) {
    case "too_large":
      return {
        response: problem(413, "Webhook too large", `A webhook may have ${MOST_BODY_BYTES / 1024} KB at most.`),
        outcome: "too_large",
      };
    case "broken_off":
      return { response: problem(400, "Webhook incomplete", "The body broke off before its end."), outcome: "broken_off" };
    case "read": {
      const { pathname, search } = new URL(request.url);
      const outcome = await receiveWebhook(runtime, {
        merchantSlug: merchant,
        sourceSlug: source,
        webhook: {
          method: request.method,
          target: pathname + search,
          headers: Object.fromEntries(request.headers),
          body: read.bytes,
        },
      });
      return answerOutcome(outcome);
    }
  }
}

function answerOutcome(outcome: ReceiveWebhookOutcome): Answer {
  switch (outcome.kind) {
    case "received":
      return { response: kept({ received: true }), outcome: outcome.kind };
    case "duplicate":
      return { response: kept({ received: true, duplicate: true }), outcome: outcome.kind };
    case "source_unknown": {
      const detail = "No source has this address. Copy the webhook address from the source's settings.";
      return { response: problem(404, "No such address", detail), outcome: outcome.kind };
    }
    case "refused":
      return { response: refusals[outcome.reason](), outcome: outcome.reason };
    case "undecided":
      return { response: tryAgain("The signature could not be checked."), outcome: outcome.kind, error: outcome.problem };
  }
}

const refusals: Record<Extract<ReceiveWebhookOutcome, { kind: "refused" }>["reason"], () => Response> = {
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

function tryAgain(what: string): Response {
  const response = problem(503, "Please try again", `${what} Send it again in ${RETRY_AFTER_SECONDS} seconds.`);
  response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

const kept = (body: object) => Response.json(body, { headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } });

function refuseMethod(request: Request): Response {
  const response = problem(405, "Method not allowed", `Webhooks come by POST, not by ${request.method}.`);
  response.headers.set("allow", "POST");
  return response;
}

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as OPTIONS,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
