import { randomUUID } from "node:crypto";
import { problemAnswer } from "./problem-answer.ts";

/** For addresses that are only read, and need no key. */
export function refuseMethod(request: Request): Response {
  const requestId = randomUUID();
  const detail = `This address does not answer ${request.method}. It answers GET, HEAD.`;
  const { status, headers, body } = problemAnswer({ requestId }, "method_not_allowed", detail, { headers: { allow: "GET, HEAD" } });
  return new Response(JSON.stringify(body), { status, headers: { ...headers, "cache-control": "no-store", "x-request-id": requestId } });
}
