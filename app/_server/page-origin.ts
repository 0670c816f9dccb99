import type { Config } from "#lib/config/config.ts";
import type { NoticeSite } from "./forms/form.ts";
import type { RequestFacts } from "./request-facts.ts";

/**
 * What stands before a page's path where it is named to others, in previews, calendars and feeds: the merchant's own host as
 * asked for, else the platform. A host that is nobody's leads to the default merchant, and is never repeated.
 */
export function pageOrigin(config: Pick<Config, "publicOrigin">, facts: Pick<RequestFacts, "host">, site: NoticeSite): string {
  const isOwnHost = site.pathPrefix === "" && site.merchant.isDefault === false;
  const asked = isOwnHost ? URL.parse(`${new URL(config.publicOrigin).protocol}//${facts.host}`) : null;
  return asked?.origin ?? config.publicOrigin;
}
