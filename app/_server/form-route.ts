import { readBytes } from "./api/read-bytes.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import type { RequestFacts } from "./request-facts.ts";
import { documentRoute } from "./route.ts";
import type { Services } from "./services.ts";

/** Shoppers' forms are short. */
const MOST_BYTES = 8 * 1024;

export interface Posted<Params> {
  params: Params;
  /** Empty for a body that is no form: what a button alone says, its address says. */
  form: URLSearchParams;
}

/** A document that answers a form, by a plain POST, so that it needs no script. */
export function formRoute<Params>(
  name: string,
  handler: (services: Services, facts: RequestFacts, posted: Posted<Params>) => Promise<DocumentAnswer>,
) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const route = documentRoute<Params>(name, async (services, facts, params) =>
      handler(services, facts, { params, form: await readForm(request) }),
    );
    return route(request, context);
  };
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i.test(request.headers.get("content-type") ?? "");
  const read = await readBytes(request, MOST_BYTES);
  return new URLSearchParams(isForm && read.kind === "read" ? new TextDecoder().decode(read.bytes) : "");
}
