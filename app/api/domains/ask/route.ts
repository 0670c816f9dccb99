import { getServices } from "#app/_server/services.ts";
import { isServedHost } from "#lib/domains/is-served-host.ts";

export const dynamic = "force-dynamic";

/** What a reverse proxy asks before it gets a certificate for a host: 200 for those that are served here, else 404. */
export async function GET(request: Request): Promise<Response> {
  const { runtime } = await getServices();
  const isServed = await isServedHost(runtime, new URL(request.url).searchParams.get("domain"));
  return new Response(null, { status: isServed ? 200 : 404, headers: { "cache-control": "no-store" } });
}
