import { getServices } from "#app/_server/services.ts";
import { checkHealth } from "#lib/runtime/check-health.ts";

export const dynamic = "force-dynamic";

/** 200 once pages can be served, 503 while they can't. */
export async function GET(): Promise<Response> {
  const healthy = await getServices()
    .then(({ runtime }) => checkHealth(runtime))
    .catch(() => false);
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
