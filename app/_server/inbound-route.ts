import { randomUUID } from "node:crypto";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { type BytesRead, readBytes } from "./api/read-bytes.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";
import { getServices } from "./services.ts";
import { startTimer } from "./timer.ts";

interface Definition {
  /** In the log. */
  name: string;
  /** What its sender calls it. */
  thing: "Webhook" | "Report";
  mostBytes: number;
}

/** What others send unasked. */
export interface Inbound<Params> {
  request: Request;
  params: Params;
  body: Uint8Array;
}

/** What a verb made of it. */
interface Outcome {
  kind: string;
  reason?: string;
  /** Why it could not be decided, for the log. */
  problem?: string;
}

const RETRY_AFTER_SECONDS = 60;

/**
 * Wraps an address that others post to in what every one owes. Answered is what has been kept: 2xx is, 4xx is not worth sending
 * again, 503 please do. The log line is without the address: it can hold a token.
 */
export function inboundRoute<Params, Taken extends Outcome>(
  definition: Definition,
  take: (runtime: Runtime, inbound: Inbound<Params>) => Promise<Taken>,
  answer: (outcome: Taken) => Response,
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const route = { requestId: randomUUID(), route: definition.name };
    const took = startTimer();
    const { runtime } = await getServices();
    const { logLevel } = runtime.config;

    async function receive(): Promise<{ outcome: Outcome; response: Response }> {
      const read = await readBytes(request, definition.mostBytes);
      if (read.kind !== "read") return { outcome: read, response: refuseBody(definition, read.kind) };
      const outcome = await take(runtime, { request, params: await context.params, body: read.bytes });
      if (outcome.problem !== undefined) log(logLevel, "error", { ...route, error: outcome.problem });
      return { outcome, response: answer(outcome) };
    }

    const { outcome, response } = await receive().catch((error: unknown) => {
      log(logLevel, "error", { ...route, error });
      return { outcome: { kind: "failed" } as Outcome, response: tryAgain("It could not be kept.") };
    });
    response.headers.set("x-request-id", route.requestId);
    response.headers.set("cache-control", "no-store");
    const told = { method: request.method, status: response.status, outcome: outcome.reason ?? outcome.kind };
    log(logLevel, "info", { ...route, ...told, ms: took() });
    return response;
  };
}

function refuseBody({ thing, mostBytes }: Definition, kind: Exclude<BytesRead["kind"], "read">): Response {
  return kind === "too_large"
    ? problem(413, `${thing} too large`, `A ${thing.toLowerCase()} may have ${mostBytes / 1024} KB at most.`)
    : problem(400, `${thing} incomplete`, "The body broke off before its end.");
}

export function tryAgain(what: string): Response {
  const response = problem(503, "Please try again", `${what} Send it again in ${RETRY_AFTER_SECONDS} seconds.`);
  response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

/** For every other method of such an address. */
export function refuseMethod(request: Request): Response {
  const response = problem(405, "Method not allowed", `This address takes POST, not ${request.method}.`);
  response.headers.set("allow", "POST");
  return response;
}
