import { clearCandidate, detectCarrier } from "#lib/carriers/detect-carrier.ts";
import { LONGEST_NUMBER_TEXT } from "#lib/carriers/tracking-number.ts";
import { listDemo } from "#lib/demo/list-demo.ts";
import { isPlatformHost } from "#lib/merchants/resolve-host.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { noticeDocument } from "./notice-document.ts";
import { redirect } from "./redirect.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { resolveSite } from "./site.ts";

/** `/` and `/tracking/<merchant>`: a number leads to its page, or to a choice of carriers, or to a word on what looks wrong. */
export async function renderLookupDocument(
  services: Services,
  facts: RequestFacts,
  address: { merchant: string | null },
): Promise<DocumentAnswer> {
  const site = await resolveSite(services.runtime, facts, address.merchant);
  if (!site) return noticeDocument(services, facts, { site, notice: { reason: "not_found" } });

  const detection = facts.number === null ? null : detectCarrier(facts.number.slice(0, LONGEST_NUMBER_TEXT));
  const clear = detection && clearCandidate(detection);
  if (clear) {
    const location = `${pagePath({ carrier: clear.carrier, trackingNumber: detection.number }, site)}${viewerQuery({ ...facts, key: null })}`;
    return redirect(303, location, "no-store");
  }
  const isDemoIndex =
    services.runtime.config.demo && address.merchant === null && isPlatformHost(facts.host, services.runtime.config.platformDomain);
  const notice = { reason: "lookup", detection } as const;
  return noticeDocument(services, facts, { site, notice, ...(isDemoIndex && { demo: demoIndex(services, facts) }) });
}

/** The console answers on one host only; on another name of this machine its door would be shut. */
function demoIndex({ runtime }: Services, { host }: RequestFacts) {
  const isConsoleHost = host === new URL(runtime.config.publicOrigin).host;
  return { linkGroups: listDemo(), visitorEntry: isConsoleHost ? "/admin/try" : null };
}
