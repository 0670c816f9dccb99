import { randomUUID } from "node:crypto";
import { AppError, ERROR_CODES } from "#lib/shared/errors.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { log } from "./log.ts";
import { errorDocument } from "./notice-document.ts";
import { type RequestFacts, readRequestFacts } from "./request-facts.ts";
import { sendDocument } from "./send-document.ts";
import { getServices, type Services } from "./services.ts";
import { startTimer } from "./timer.ts";

type Handler<Params> = (services: Services, facts: RequestFacts, params: Params) => Promise<DocumentAnswer>;

/**
 * Wraps a document in what every route owes: a request id, one log line, an answer even when something broke.
 * The log line holds neither query nor number: they could open a page.
 */
export function documentRoute<Params>(name: string, handler: Handler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const took = startTimer();
    const services = await getServices();
    const facts = readRequestFacts(request, services.runtime.config);
    const answer = await handler(services, facts, await context.params).catch((error: unknown) =>
      brokenAnswer(services, facts, { error, requestId, name }),
    );
    const response = await sendDocument(answer, facts, services.runtime.config).catch(async (error: unknown) =>
      sendDocument(await brokenAnswer(services, facts, { error, requestId, name }), facts, services.runtime.config),
    );
    response.headers.set("x-request-id", requestId);
    log(services.runtime.config.logLevel, "info", {
      requestId,
      route: name,
      method: request.method,
      status: response.status,
      ms: took(),
    });
    return response;
  };
}

async function brokenAnswer(
  services: Services,
  facts: RequestFacts,
  fault: { error: unknown; requestId: string; name: string },
): Promise<DocumentAnswer> {
  const { error, requestId, name } = fault;
  const code = error instanceof AppError ? error.code : "internal";
  log(services.runtime.config.logLevel, "error", { requestId, route: name, code, error });
  return errorDocument(services, facts, ERROR_CODES[code].httpStatus);
}
