import { consoleRoute } from "#app/_server/console/console-route.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { USUAL_IMAGE } from "#app/_server/image-wish.ts";
import { problem } from "#app/_server/problem.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";
import { getTracker } from "#lib/shipments/get-tracker.ts";

export const dynamic = "force-dynamic";

/**
 * The page of a parcel as shoppers get it, for a frame of the console: `?merchant=&tier=private|public`. The answer is sandboxed by
 * its own policy and leads nowhere; what it asks for news is the page's own address.
 */
export const GET = consoleRoute<{ id: string }>(
  { name: "parcel.page", role: "viewer" },
  async ({ services, runtime, call, request, params }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const caller = { merchantId: call.merchant.id, mode: readMode(query) };
    const record = await getTracker(runtime, { caller, id: params.id });
    if (!record) return problem(404, "Not found", "There is no such parcel.");
    const { carrier, trackingNumber } = record.tracker;
    const merchant = call.merchant.slug;
    const facts = {
      ...{ host: request.headers.get("host") ?? "", path: `/tracking/${merchant}/${carrier}/${trackingNumber}` },
      ...{ lang: null, theme: null, number: null, acceptLanguage: null, acceptEncoding: "", ifNoneMatch: null, client: "console" },
      image: USUAL_IMAGE,
      key: query.tier === "private" ? new URL(record.publicUrl).searchParams.get("key") : null,
    };
    const unlimited = { ...services, lookupLimit: async () => null };
    const answer = await renderTrackingDocument(unlimited, facts, { merchant, carrier, trackingNumber });
    const html = String((await answer.body?.()) ?? "");
    const policy =
      answer.headers["content-security-policy"]?.replace("frame-ancestors 'none'", "frame-ancestors 'self'") ?? "default-src 'none'";
    return new Response(html.replace("<head>", `<head><base target="_blank">`), {
      status: answer.status,
      headers: {
        ...answer.headers,
        "content-security-policy": `${policy}; sandbox allow-scripts allow-same-origin`,
        "cache-control": "private, no-store",
      },
    });
  },
);
