import { randomUUID } from "node:crypto";
import { findCaller } from "#lib/auth/find-caller.ts";
import { log } from "../log.ts";
import { readRequestFacts } from "../request-facts.ts";
import { getServices, type Services } from "../services.ts";
import { startTimer } from "../timer.ts";
import type { ApiAnswer, ApiFault, Dialect, Endpoint } from "./dialect.ts";
import { faultOf } from "./fault-of.ts";
import { matchEndpoint } from "./match-endpoint.ts";
import { parseBody } from "./parse-body.ts";
import { readBytes } from "./read-bytes.ts";
import { readOrigin } from "./read-origin.ts";

const MOST_BODY_BYTES = 512 * 1024;
/** How long to wait before trying again what was not available. */
const UNAVAILABLE_SECONDS = 5;

/** What every answer of an API carries: nobody keeps it, and nobody takes it for something else. */
const HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** One request on its way through; `endpoint` is known as soon as its path is. */
interface Visit {
  dialect: Dialect;
  request: Request;
  requestId: string;
  services: Services;
  endpoint: Endpoint | null;
}

/** A handler for every method: knows the caller by its key, reads the body, asks the endpoint, and answers in the dialect's words. */
export function apiRoute(dialect: Dialect): (request: Request) => Promise<Response> {
  return async (request) => {
    const took = startTimer();
    const visit: Visit = { dialect, request, requestId: randomUUID(), services: await getServices(), endpoint: null };
    const response = await answerRequest(visit)
      .then((answer) => writeAnswer(visit, answer))
      .catch((error: unknown) => writeAnswer(visit, answerError(visit, error)));
    logLine(visit, "info", { status: response.status, ms: took() });
    return response;
  };
}

async function answerRequest(visit: Visit): Promise<ApiAnswer> {
  const { dialect, request, services, requestId } = visit;
  const { runtime, apiLimits } = services;
  const url = new URL(request.url);

  const match = matchEndpoint(dialect, { method: request.method, pathname: url.pathname });
  if (match.kind === "options") return { status: 204, headers: { allow: match.allow } };
  if (match.kind === "path_unknown") {
    return answerFault(visit, { kind: "path_unknown", message: "There is nothing at this address. Check the path for a typing error." });
  }
  if (match.kind === "method_not_allowed") {
    const message = `This address does not answer ${request.method}. It answers ${match.allow}.`;
    return answerFault(visit, { kind: "method_not_allowed", message }, { allow: match.allow });
  }
  visit.endpoint = match.endpoint;

  const key = dialect.readKey(request.headers);
  if (!key) return answerFault(visit, { kind: "key_missing", message: "This call needs an API key, and none came with it." });
  const { client } = readRequestFacts(request, runtime.config);
  const showWait = await apiLimits.waitToShowKey(client, key);
  if (showWait !== null) {
    const message = `Too many wrong API keys came from this address. Try again in ${showWait} seconds.`;
    return answerFault(visit, { kind: "rate_limited", message }, { "retry-after": String(showWait) });
  }
  const caller = await findCaller(runtime, key);
  if (!caller) {
    await apiLimits.countWrongKey(client);
    return answerFault(visit, { kind: "key_unknown", message: "This API key is not known here, or was revoked." });
  }
  const callWait = await apiLimits.waitToCall(caller.keyId, key);
  if (callWait !== null) {
    const message = `This API key made too many calls within a minute. Try again in ${callWait} seconds.`;
    return answerFault(visit, { kind: "rate_limited", message }, { "retry-after": String(callWait) });
  }

  const body = await readBody(request);
  if (body.kind === "fault") return answerFault(visit, body.fault);
  const origin = readOrigin(request, runtime.config);
  const { params } = match;
  return match.endpoint.handle({ services, caller, params, query: url.searchParams, body: body.value, origin, requestId });
}

async function readBody(request: Request): Promise<{ kind: "read"; value: unknown } | { kind: "fault"; fault: ApiFault }> {
  const fault = (kind: "body_malformed" | "body_too_large", message: string) => ({ kind: "fault", fault: { kind, message } }) as const;
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding !== "identity") return fault("body_malformed", `Send the body as it is, not in ${encoding}.`);

  const read = await readBytes(request, MOST_BODY_BYTES);
  if (read.kind === "too_large") return fault("body_too_large", `A body may have ${MOST_BODY_BYTES / 1024} KB at most.`);
  if (read.kind === "broken_off") return fault("body_malformed", "The body broke off before its end.");
  const body = parseBody(read.bytes, request.headers.get("content-type"));
  return body.kind === "parsed" ? { kind: "read", value: body.value } : fault("body_malformed", body.message);
}

function answerFault({ dialect, requestId }: Visit, fault: ApiFault, headers: Record<string, string> = {}): ApiAnswer {
  const answer = dialect.describeFault(fault, requestId);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function answerError(visit: Visit, error: unknown): ApiAnswer {
  const fault = faultOf(error);
  logLine(visit, "error", { fault: fault.kind, error });
  return answerFault(visit, fault, fault.kind === "unavailable" ? { "retry-after": String(UNAVAILABLE_SECONDS) } : {});
}

function writeAnswer(visit: Visit, answer: ApiAnswer): Response {
  const { dialect, request, requestId } = visit;
  const headers = new Headers({ ...HEADERS, ...answer.headers, "x-request-id": requestId });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  if (!headers.has("content-type")) headers.set("content-type", "application/json; charset=utf-8");
  const text = (dialect.write ?? JSON.stringify)(answer.body);
  return new Response(request.method === "HEAD" ? null : text, { status: answer.status, headers });
}

/** The endpoint's pattern instead of the path, and neither query nor key: numbers and keys open pages and accounts. */
function logLine(
  { services, requestId, dialect, endpoint, request }: Visit,
  level: "info" | "error",
  entry: Record<string, unknown>,
): void {
  const path = endpoint && `${dialect.root}${endpoint.path}`;
  log(services.runtime.config.logLevel, level, { requestId, dialect: dialect.name, endpoint: path, method: request.method, ...entry });
}
