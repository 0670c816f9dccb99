import { isIP } from "node:net";
import { isPublicAddress } from "./is-public-address.ts";

export type Target = { kind: "target"; url: URL } | { kind: "refused"; problem: string };

export const PRIVATE_TARGET = "leads to a private, loopback or link-local address; the operator may allow those by ALLOW_PRIVATE_TARGETS";

/**
 * An address we are asked to call, judged as far as its text tells; what a name stands for is judged when it is connected to.
 * `new URL` has made one spelling of every IP address by then: decimal, octal, hexadecimal, shortened, with a dot behind.
 */
export function readTarget(text: string, options: { allowPrivate: boolean }): Target {
  if (!URL.canParse(text)) return refused("is no address such as https://shop.example/hooks");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return refused("must begin with https:// or http://");
  if (url.username !== "" || url.password !== "") return refused("must not hold a user name or password; send them as a header");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!options.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return refused(PRIVATE_TARGET);
  return { kind: "target", url };
}

function refused(problem: string): Target {
  return { kind: "refused", problem };
}
