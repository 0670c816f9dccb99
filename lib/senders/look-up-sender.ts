import type { Dns, DnsAnswer } from "#lib/dns/dns.ts";
import { shownRecord, shownRecords } from "#lib/dns/shown-records.ts";
import { dkimName } from "./dkim-key.ts";
import type { SenderFindings } from "./sender-findings.ts";
import { readTagList } from "./tag-list.ts";

export type SenderLookUp = Omit<SenderFindings, "missedSince">;

interface Wanted {
  domain: string;
  selector: string;
  public_key: string;
}

/** Asks DNS for everything that receivers of a domain's mails ask it for. */
export async function lookUpSender(dns: Dns, { domain, selector, public_key }: Wanted): Promise<SenderLookUp> {
  const [dkim, spf, dmarc] = await Promise.all([
    dns.ask("TXT", dkimName({ domain, selector })),
    dns.ask("TXT", domain),
    findDmarc(dns, domain),
  ]);
  return { dkim: readDkim(dkim, public_key), spf: readSpf(spf), dmarc };
}

/** Our public key is the proof; what receivers could not use is no proof either. */
export function readDkim(answer: DnsAnswer, publicKey: string): SenderFindings["dkim"] {
  if (answer.kind !== "found") return answer;
  const found = shownRecords(answer.records);
  const [record, ...others] = answer.records;
  // Of several records at one name receivers may take any.
  if (record === undefined || others.length > 0) return { kind: "several", found };
  const tags = readTagList(record);
  const version = tags?.get("v") ?? "DKIM1";
  if (tags === null || version !== "DKIM1" || (tags.get("k") ?? "rsa") !== "rsa") return { kind: "wrong", because: "not_dkim", found };
  const key = tags.get("p") ?? "";
  if (key === "") return { kind: "wrong", because: "no_key", found };
  if (key !== publicKey) return { kind: "wrong", because: "other_key", found };
  return { kind: "right", isTesting: (tags.get("t") ?? "").toLowerCase().split(":").includes("y") };
}

/** What makes receivers ask DNS again; they give up after ten. */
const LOOK_UP = /^[+?~-]?(?:include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)|^redirect=/i;

export function readSpf(answer: DnsAnswer): SenderFindings["spf"] {
  if (answer.kind !== "found") return answer;
  const records = answer.records.filter((text) => /^v=spf1(?:\s|$)/i.test(text.trim()));
  const [record, ...others] = records;
  if (record === undefined) return { kind: "none" };
  if (others.length > 0) return { kind: "several", found: shownRecords(records) };
  const terms = record.trim().split(/\s+/).slice(1);
  const lookUps = terms.filter((term) => LOOK_UP.test(term)).length;
  return { kind: "found", record: shownRecord(record), letsEverybody: terms.some((term) => /^\+?all$/i.test(term)), lookUps };
}

/** A domain without a record of its own has that of the nearest domain above it that has one. */
async function findDmarc(dns: Dns, domain: string): Promise<SenderFindings["dmarc"]> {
  const labels = domain.split(".");
  for (let from = 0; from <= Math.max(0, labels.length - 2); from++) {
    const at = labels.slice(from).join(".");
    const finding = readDmarc(await dns.ask("TXT", `_dmarc.${at}`), { at, isInherited: from > 0 });
    if (finding.kind !== "none") return finding;
  }
  return { kind: "none" };
}

const POLICIES = ["none", "quarantine", "reject"] as const;

export function readDmarc(answer: DnsAnswer, { at, isInherited }: { at: string; isInherited: boolean }): SenderFindings["dmarc"] {
  if (answer.kind !== "found") return answer;
  const records = answer.records.filter((text) => readTagList(text)?.get("v")?.toUpperCase() === "DMARC1");
  const [record, ...others] = records;
  if (record === undefined) return { kind: "none" };
  if (others.length > 0) return { kind: "several", found: shownRecords(records) };
  const tags = readTagList(record);
  const said = ((isInherited ? tags?.get("sp") : undefined) ?? tags?.get("p") ?? "").toLowerCase();
  const policy = POLICIES.find((each) => each === said);
  return policy === undefined
    ? { kind: "wrong", found: shownRecords(records) }
    : { kind: "found", at, record: shownRecord(record), policy };
}
