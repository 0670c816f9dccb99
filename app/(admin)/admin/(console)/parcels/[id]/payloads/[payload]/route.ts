import { consoleRoute } from "#app/_server/console/console-route.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { problem } from "#app/_server/problem.ts";
import { getTrackerPayload } from "#lib/shipments/inspect-tracker.ts";

export const dynamic = "force-dynamic";

/** What was received about a parcel, byte by byte, to be saved as a file: `?merchant=&mode=`. */
export const GET = consoleRoute<{ id: string; payload: string }>(
  { name: "parcel.payload", role: "viewer" },
  async ({ runtime, call, request, params }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const caller = { merchantId: call.merchant.id, mode: readMode(query) };
    const payload = await getTrackerPayload(runtime, { caller, id: params.id, payloadId: params.payload });
    if (!payload) return problem(404, "Not found", "There is no such payload about this parcel.");
    return new Response(payload.bytes as BodyInit, {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="${payload.id}.json"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
      },
    });
  },
);
