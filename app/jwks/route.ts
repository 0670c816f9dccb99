import { problem } from "#app/_server/problem.ts";
import { getServices } from "#app/_server/services.ts";
import { listPublishedJwks } from "#lib/notifications/signing/signing-key.ts";

export const dynamic = "force-dynamic";

/** The public part of what events in ShipEngine's format are signed with, as a JWK Set. */
export async function GET(): Promise<Response> {
  const keys = await getServices()
    .then(({ runtime }) => listPublishedJwks(runtime))
    .catch(() => null);
  if (keys === null) return problem(503, "Service unavailable", "The keys cannot be read just now. Please try again in a moment.");
  return Response.json({ keys }, { headers: { "cache-control": "public, max-age=3600", "x-content-type-options": "nosniff" } });
}
