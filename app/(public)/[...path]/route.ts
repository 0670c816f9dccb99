import { noticeDocument } from "#app/_server/notice-document.ts";
import { documentRoute } from "#app/_server/route.ts";
import { resolveSite } from "#app/_server/site.ts";

export const dynamic = "force-dynamic";

/** Whatever no other address answers: a 404 in the merchant's look. */
export const GET = documentRoute("not found", async (services, facts) =>
  noticeDocument(services, facts, await resolveSite(services.runtime, facts, null), { reason: "not_found" }),
);
