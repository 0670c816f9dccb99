import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { isNobodysName } from "#lib/dns/nobodys-name.ts";
import { parseHost } from "#lib/merchants/resolve-host.ts";

export type ReadSenderDomain = { kind: "domain"; domain: string } | { kind: "refused"; message: string };

const NO_NAME = "This is no domain that DNS can hold. Type what stands behind the @ of your addresses, such as your-shop.com.";

/** What somebody typed as the domain of their addresses, or an address at it. */
export function readSenderDomain(text: string): ReadSenderDomain {
  const typed = text.trim();
  if (typed === "") return { kind: "refused", message: "Type what stands behind the @ of your addresses, such as your-shop.com." };
  if (/[/?#\\%:*]/.test(typed)) return { kind: "refused", message: "Only the domain, without https:// and without a path: your-shop.com" };
  const domain = parseHost(domainToASCII(typed.slice(typed.lastIndexOf("@") + 1)));
  if (domain === null || isIP(domain) !== 0 || !domain.includes(".")) return { kind: "refused", message: NO_NAME };
  if (isNobodysName(domain))
    return { kind: "refused", message: "Names that end like this belong to nobody in DNS, so nobody can prove them." };
  // The name of the key's record is longer, and must fit as well.
  if (domain.length > 220) return { kind: "refused", message: "This name is too long: the record of its key would not fit." };
  return { kind: "domain", domain };
}
