import ipaddr from "ipaddr.js";

/** Half of an IPv6 address is its owner's to change at will. */
const IPV6_PREFIX = 64;

/** What tries are counted by: an IPv4 address, or the network of an IPv6 one. What is no address is a network of its own. */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4"
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_PREFIX}`).toString();
}
