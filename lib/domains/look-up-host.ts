import type { Dns, DnsAnswer } from "#lib/dns/dns.ts";
import { shownRecords } from "#lib/dns/shown-records.ts";
import type { Findings } from "./findings.ts";
import { isOfPlatform, type PlatformConfig, platformAddress, platformHost } from "./platform.ts";
import { isProof, proofName } from "./proof.ts";

export interface LookUp {
  findings: Omit<Findings, "heldBy">;
  /** Every TXT record beside the host: other shops' proofs are among them. */
  texts: string[];
}

/** Asks DNS for everything that a host must have. */
export async function lookUpHost(
  { dns, config }: { dns: Dns; config: PlatformConfig },
  { host, proof }: { host: string; proof: string },
): Promise<LookUp> {
  const [texts, alias, addresses, platform] = await Promise.all([
    dns.ask("TXT", proofName(host)),
    dns.ask("CNAME", host),
    askAddresses(dns, host),
    platformAddresses(dns, config),
  ]);
  return {
    findings: {
      proof: readProof(texts, proof),
      pointer: readPointer({ alias, addresses, platform }, config),
      platformAddresses: platform.kind === "found" ? shownRecords(platform.records) : [],
    },
    texts: texts.kind === "found" ? texts.records : [],
  };
}

function readProof(texts: DnsAnswer, proof: string): Findings["proof"] {
  if (texts.kind !== "found") return texts;
  return texts.records.some((text) => isProof(text, proof)) ? { kind: "right" } : { kind: "wrong", found: shownRecords(texts.records) };
}

interface Answers {
  alias: DnsAnswer;
  addresses: DnsAnswer;
  platform: DnsAnswer;
}

/** An alias of ours leads here whatever our addresses are today; else every address must be one of ours, or some visitors get lost. */
function readPointer({ alias, addresses, platform }: Answers, config: PlatformConfig): Findings["pointer"] {
  if (alias.kind === "found" && alias.records.some((name) => isOfPlatform(name, config))) return { kind: "here", found: alias.records };
  if (addresses.kind === "none") return alias.kind === "found" ? elsewhere(alias.records) : addresses;
  if (addresses.kind === "broken") return addresses;
  if (platform.kind !== "found") return { kind: "broken", problem: "the addresses of this installation could not be looked up" };
  const ours = new Set(platform.records);
  const strays = addresses.records.filter((address) => !ours.has(address));
  if (strays.length === 0) return { kind: "here", found: shownRecords(addresses.records) };
  return elsewhere(strays, strays.length < addresses.records.length);
}

const elsewhere = (found: readonly string[], isOnlyPartly = false) =>
  ({ kind: "elsewhere", found: shownRecords(found), isOnlyPartly }) as const;

async function platformAddresses(dns: Dns, config: PlatformConfig): Promise<DnsAnswer> {
  const address = platformAddress(config);
  return address === null ? askAddresses(dns, platformHost(config)) : { kind: "found", records: [address] };
}

/** Of both kinds; a name server that only fails over one of them does not spoil the other. */
async function askAddresses(dns: Dns, name: string): Promise<DnsAnswer> {
  const answers = await Promise.all([dns.ask("A", name), dns.ask("AAAA", name)]);
  const records = answers.flatMap((answer) => (answer.kind === "found" ? answer.records : []));
  if (records.length > 0) return { kind: "found", records };
  return answers.find(({ kind }) => kind === "broken") ?? { kind: "none" };
}
