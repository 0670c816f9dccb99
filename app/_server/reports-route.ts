import { randomUUID } from "node:crypto";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { readBytes } from "./api/read-bytes.ts";
import { log } from "./log.ts";
import { problem } from "./problem.ts";
import { getServices } from "./services.ts";

export interface IncomingReports {
  /** The last segment of the address: who knows it may report. */
  token: string;
  headers: Headers;
  body: Uint8Array;
}

type Take = (runtime: Runtime, reports: IncomingReports) => Promise<Response>;

const RETRY_AFTER_SECONDS = 60;

/**
 * Wraps an address for reports in what every one owes. Answered is what has been kept: 2xx is, 4xx is not worth sending again, 503 please do.
 * The log line is without the address: its token lets anybody report.
 */
export function reportsRoute(name: string, { mostBytes }: { mostBytes: number }, take: Take) {
  return async (request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> => {
    const requestId = randomUUID();
    const started = performance.now();
    const { runtime } = await getServices();
    const { logLevel } = runtime.config;
    const { token } = await context.params;
    const response = await receive(request, { token, mostBytes }, (reports) => take(runtime, reports)).catch((error: unknown) => {
      log(logLevel, "error", { requestId, route: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return tryAgain("The report could not be kept.");
    });
    response.headers.set("x-request-id", requestId);
    response.headers.set("cache-control", "no-store");
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log(logLevel, "info", { requestId, route: name, method: request.method, status: response.status, ms });
    return response;
  };
}

async function receive(
  request: Request,
  { token, mostBytes }: { token: string; mostBytes: number },
  take: (reports: IncomingReports) => Promise<Response>,
): Promise<Response> {
  const read = await readBytes(request, mostBytes);
  switch (read.kind) {
    case "too_large":
      return problem(413, "Report too large", `A report may have ${mostBytes / 1024} KB at most.`);
    case "broken_off":
      return problem(400, "Report incomplete", "The body broke off before its end.");
    case "read":
      return take({ token, headers: request.headers, body: read.bytes });
  }
}

export function tryAgain(what: string): Response {
  const response = problem(503, "Please try again", `${what} Send it again in ${RETRY_AFTER_SECONDS} seconds.`);
  response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

export const tokenUnknown = () =>
  problem(404, "No such address", "Nobody's reports come here. Copy the address from the console's messages.");

export function refuseMethod(request: Request): Response {
  const response = problem(405, "Method not allowed", `Reports come by POST, not by ${request.method}.`);
  response.headers.set("allow", "POST");
  return response;
}
