import { noticeDocument } from "#app/_server/notice-document.ts";
import { redirect } from "#app/_server/redirect.ts";
import { documentRoute } from "#app/_server/route.ts";
import { resolveSite } from "#app/_server/site.ts";
import { readStrayAddress, readStrayPreferences } from "#app/_server/stray-address.ts";
import { renderTrackingDocument } from "#app/_server/tracking-document.ts";
import { viewerQuery } from "#lib/view/page-links.ts";

export const dynamic = "force-dynamic";

/** Whatever no other address answers: one of ours that was mangled on its way, else a 404 in the merchant's look. */
export const GET = documentRoute("not found", async (services, facts) => {
  const preferences = readStrayPreferences(facts.path);
  if (preferences) return redirect(308, `${preferences}${viewerQuery({ ...facts, key: null })}`, "private, no-store");
  const address = readStrayAddress(facts.path);
  if (address) return renderTrackingDocument(services, facts, address);
  const site = await resolveSite(services.runtime, facts, null);
  return noticeDocument(services, facts, { site, notice: { reason: "not_found" } });
});
