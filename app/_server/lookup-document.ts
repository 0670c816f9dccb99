import { detectCarrier } from "#lib/carriers/detect-carrier.ts";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import { listDemo } from "#lib/demo/list-demo.ts";
import { isPlatformHost } from "#lib/merchants/resolve-host.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { noticeDocument } from "./notice-document.ts";
import { queryOf, type RequestFacts } from "./request-facts.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";
import { resolveSite } from "./site.ts";

/** Longer than any tracking number, with room for spaces. */
const MAX_LENGTH = 100;

/** `/` and `/tracking/<merchant>`: a number leads to its page, or to a choice of carriers, or to a word on what looks wrong. */
export async function renderLookupDocument(
  services: Services,
  facts: RequestFacts,
  address: { merchant: string | null },
): Promise<DocumentAnswer> {
  const site = await resolveSite(services.runtime, facts, address.merchant);
  if (!site) return noticeDocument(services, facts, null, { reason: "not_found" });

  const detection = facts.number === null ? null : detectCarrier(facts.number.slice(0, MAX_LENGTH));
  const [first, second] = detection?.candidates ?? [];
  if (detection && first && (!second || first.confidence - second.confidence >= CLEAR_LEAD)) {
    const location = `${site.pathPrefix}${buildTrackingPath(first.carrier, detection.number)}${queryOf({ ...facts, key: null })}`;
    return { status: 303, headers: { ...securityHeaders([]), location, "cache-control": "no-store" }, body: null, etag: null };
  }
  const isDemoIndex =
    services.runtime.config.demo && address.merchant === null && isPlatformHost(facts.host, services.runtime.config.platformDomain);
  return noticeDocument(services, facts, site, { reason: "lookup", detection }, { linkGroups: isDemoIndex ? listDemo() : [] });
}

/** Two carriers whose confidence lies closer than this are a choice for the shopper. */
const CLEAR_LEAD = 0.2;
