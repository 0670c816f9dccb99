import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { isNobodysName } from "#lib/dns/nobodys-name.ts";
import { parseHost } from "#lib/merchants/resolve-host.ts";
import { isOfPlatform, type PlatformConfig } from "./platform.ts";
import { PROOF_LABEL } from "./proof.ts";

export type ReadHost = { kind: "host"; host: string } | { kind: "refused"; message: string };

/** What people type where a name is asked for. */
const MISTAKES: readonly [looks: RegExp, message: string][] = [
  [/^$/, "Type the name your pages should have, such as track.example.com."],
  [/[/@?#\\%]/, "Only the name, without https:// and without a path: track.example.com"],
  [/\*/, "One name at a time: a wildcard cannot be added."],
  [/^\[|:.*:|^[\d.]+$/, "This is an address. Only a name can be a shop's own: track.example.com"],
  [/:\d*$/, "Leave the port out: pages answer where browsers look for them."],
];

const LONGEST = 253 - `${PROOF_LABEL}.`.length;

/** What somebody typed as the name of their pages; in Unicode, too, which DNS holds as `xn--…`. */
export function readHost(text: string, config: PlatformConfig): ReadHost {
  const typed = text.trim();
  const mistake = MISTAKES.find(([looks]) => looks.test(typed));
  if (mistake) return { kind: "refused", message: mistake[1] };

  const host = parseHost(domainToASCII(typed));
  const message = host === null ? NO_NAME : problemOf(host, config);
  return host === null || message !== null ? { kind: "refused", message: message ?? NO_NAME } : { kind: "host", host };
}

const NO_NAME = "This is no name that DNS can hold: it takes letters, digits and inner hyphens, in parts of at most 63.";

function problemOf(host: string, config: PlatformConfig): string | null {
  if (isIP(host) !== 0) return "This is an address. Only a name can be a shop's own: track.example.com";
  if (!host.includes(".")) return "A name of one part cannot be a shop's own; it needs a domain, such as track.example.com.";
  if (isNobodysName(host)) return "Names that end like this belong to nobody in DNS, so nobody can prove them.";
  if (isOfPlatform(host, config)) return "This name is the platform's own. Your shop's address on it works without being added.";
  if (host.length > LONGEST) return `This name is too long: the record that proves it would not fit. At most ${LONGEST} characters.`;
  return null;
}
