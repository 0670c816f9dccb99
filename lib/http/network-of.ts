import ipaddr from "ipaddr.js";

/** Half of an IPv6 address is its owner's to change at will. */
const IPV6_PREFIX = 64;
/** Some proxies name the port as well. */
const WITH_PORT = /^(?:([\d.]+)|\[(.+)\]):\d+$/;

/** Who counts as one in every limit: an IPv4 address, or the network of an IPv6 one. What is no address is a network of its own. */
export function networkOf(text: string | undefined): string {
  const [, ipv4, ipv6] = WITH_PORT.exec(text ?? "") ?? [];
  const address = ipv4 ?? ipv6 ?? text;
  if (address === undefined || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4"
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_PREFIX}`).toString();
}
