import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/** What the internet's registries have given out so far (RFC 4291, 2.4); everything else is reserved or leads back to IPv4. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** Networks without IPv4 reach it under this prefix (RFC 6052). */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("64:ff9b::"), 96];

/**
 * Whether anybody on the internet could be meant by an IP address. Only what is known to be public passes: an IPv4 address in
 * IPv6 clothes is judged by what it wears them for, and tunnels nobody needs today (6to4, Teredo, IPv4-compatible) are refused.
 */
export function isPublicAddress(text: string): boolean {
  if (isIPv4(text)) return isPublicIPv4(ipaddr.IPv4.parse(text));
  const address = parseIPv6(text);
  if (address === null) return false;
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address());
  if (address.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(-4)));
  return address.match(GLOBAL_UNICAST) && address.range() === "unicast";
}

const isPublicIPv4 = (address: ipaddr.IPv4) => address.range() === "unicast";

/** By way of the URL's spelling, which knows no zones; ipaddr.js takes the IPv4-compatible `::8.8.8.8` for an IPv4-mapped one. */
function parseIPv6(text: string): ipaddr.IPv6 | null {
  const host = `http://[${text}]`;
  return isIPv6(text) && URL.canParse(host) ? ipaddr.IPv6.parse(new URL(host).hostname.slice(1, -1)) : null;
}
