import { z } from "zod";
import { readBytes } from "#app/_server/api/read-bytes.ts";
import { isSameOrigin } from "#app/_server/console/is-same-origin.ts";
import { problem } from "#app/_server/problem.ts";
import { getServices } from "#app/_server/services.ts";
import { readVisit } from "#app/_server/sign-in/read-visit.ts";
import { ratePassword } from "#lib/accounts/rate-password.ts";
import { parseJson } from "#lib/shared/json.ts";

const MOST_BYTES = 4096;
const word = z.string().max(200);
const inputSchema = z.strictObject({ password: z.string().max(200), knownWords: z.array(word).max(10) });

/** How hard a password is to guess, while it is being chosen: the dictionaries are too large for a browser. Nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  const { runtime } = await getServices();
  if (!isSameOrigin(request)) return problem(403, "Forbidden", "This request did not come from the console's own pages.");
  const { address } = readVisit(request.headers, runtime.config);
  if ((await runtime.signIn.attempts.countFrom("rating_from_network", address)) !== null) {
    return problem(429, "Too many requests", "Too many tries. Wait a few minutes, then try again.");
  }
  const body = await readBytes(request, MOST_BYTES);
  const json = body.kind === "read" ? parseJson(Buffer.from(body.bytes).toString("utf8")) : null;
  const input = inputSchema.safeParse(json?.kind === "parsed" ? json.value : null);
  if (!input.success) return problem(422, "Unreadable", "This is no question about a password.");
  const rating = await ratePassword(input.data.password, input.data.knownWords);
  return Response.json(rating, { headers: { "cache-control": "no-store" } });
}
