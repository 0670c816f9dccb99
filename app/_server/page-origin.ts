import type { Config } from "#lib/config/config.ts";
import { originOfHost } from "#lib/merchants/merchant-address.ts";
import { parseHost } from "#lib/merchants/resolve-host.ts";
import type { NoticeSite } from "./forms/form.ts";
import type { RequestFacts } from "./request-facts.ts";

/**
 * What stands before a page's path where it is named to others, in previews, calendars and feeds: the merchant's own host as
 * asked for, else the platform. A host that is nobody's leads to the default merchant, and is never repeated; nor is a port, which
 * may be anybody's and would stay in shared caches.
 */
export function pageOrigin(config: Pick<Config, "publicOrigin">, facts: Pick<RequestFacts, "host">, site: NoticeSite): string {
  const isOwnHost = site.pathPrefix === "" && site.merchant.isDefault === false;
  const host = isOwnHost ? parseHost(facts.host) : null;
  return host === null ? config.publicOrigin : originOfHost(host, config.publicOrigin);
}
