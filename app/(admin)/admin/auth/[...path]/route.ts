import { readBytes } from "#app/_server/api/read-bytes.ts";
import { isSameOrigin } from "#app/_server/console/is-same-origin.ts";
import { problem } from "#app/_server/problem.ts";
import { getServices } from "#app/_server/services.ts";
import { readVisit } from "#app/_server/sign-in/read-visit.ts";
import { parseJson } from "#lib/shared/json.ts";

const MOST_BYTES = 64 * 1024;

/** The ceremonies of passkeys, which a browser holds with the library itself. What else the library could do is not found here. */
async function answer(request: Request): Promise<Response> {
  const { runtime } = await getServices();
  const isChange = request.method !== "GET";
  if (isChange && !isSameOrigin(request)) return problem(403, "Forbidden", "This request did not come from the console's own pages.");
  const visit = readVisit(request.headers, runtime.config);
  if ((await runtime.signIn.attempts.countFrom("ceremony_from_network", visit.address)) !== null) {
    return problem(429, "Too many requests", "Too many tries. Wait a few minutes, then try again.");
  }
  const body = await readBytes(request, MOST_BYTES);
  if (body.kind !== "read") return problem(413, "Too large", "This is larger than any passkey's answer.");
  // Left to the library, what is no JSON would fill the log.
  if (isChange && parseJson(Buffer.from(body.bytes).toString("utf8")).kind !== "parsed") {
    return problem(400, "Unreadable", "This is no passkey's answer.");
  }
  const copy = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: isChange ? Buffer.from(body.bytes) : null,
  });
  return runtime.signIn.answerPasskeyRequest(copy, visit);
}

export { answer as GET, answer as POST };
