import { Resolver } from "node:dns/promises";
import type { Config } from "#lib/config/config.ts";
import type { Dns, DnsAnswer, DnsRecordType } from "./dns.ts";

/** The second try comes later: together they take less than ten seconds. */
const PATIENCE = { timeout: 2_500, tries: 2 };

export function createDns(config: Pick<Config, "dnsServers">, patience: { timeout: number; tries: number } = PATIENCE): Dns {
  const resolver = new Resolver(patience);
  if (config.dnsServers !== null) resolver.setServers(config.dnsServers);
  return { ask: (type, name) => READERS[type](resolver, name).then(found, failed) };
}

const READERS: Readonly<Record<DnsRecordType, (resolver: Resolver, name: string) => Promise<string[]>>> = {
  TXT: async (resolver, name) => (await resolver.resolveTxt(name)).map((parts) => parts.join("")),
  CNAME: async (resolver, name) => (await resolver.resolveCname(name)).map((target) => target.toLowerCase().replace(/\.$/, "")),
  A: (resolver, name) => resolver.resolve4(name),
  AAAA: (resolver, name) => resolver.resolve6(name),
};

const found = (records: string[]): DnsAnswer => (records.length > 0 ? { kind: "found", records } : { kind: "none" });

/** Everything else means that nobody could say. */
const MEANS_NONE: ReadonlySet<unknown> = new Set(["ENODATA", "ENOTFOUND"]);

const PROBLEMS: Readonly<Record<string, string>> = {
  ESERVFAIL: "the name servers of this domain answered with an error (SERVFAIL)",
  EREFUSED: "a name server refused to answer",
  ETIMEOUT: "no name server answered in time",
  ECONNREFUSED: "no name server could be reached",
  EBADNAME: "this is no name that DNS can hold",
};

function failed(error: unknown): DnsAnswer {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (MEANS_NONE.has(code)) return { kind: "none" };
  return { kind: "broken", problem: PROBLEMS[String(code)] ?? "a name server gave an answer that cannot be read" };
}
