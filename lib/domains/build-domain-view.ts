import { isIPv6 } from "node:net";
import type { DomainState } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { dayOf, momentText } from "#lib/view/console-time.ts";
import type { DnsRecordText, DomainStepView, DomainView } from "#lib/view/domain-view.ts";
import type { DomainRecord } from "./domain-record.ts";
import { explainPointer, explainProof } from "./explain-findings.ts";
import { judgeFindings } from "./findings.ts";
import { type PlatformConfig, platformAddress, platformHost } from "./platform.ts";
import { proofName } from "./proof.ts";

/** A domain in words: how it stands, what to enter where, and what was found there. */
export function buildDomainView(domain: DomainRecord, { config, now }: { config: PlatformConfig; now: Instant }): DomainView {
  const { id, host, state } = domain;
  return {
    id,
    host,
    state,
    stateText: STATE_TEXTS[state],
    advice: adviceFor(domain),
    history: historyOf(domain).flatMap(([label, at]) => (at === null ? [] : [{ label, moment: momentText(at, now) }])),
    steps: [proofStep(domain), pointerStep(domain, config)],
  };
}

/** How a check went, in a sentence. */
export function describeCheck(domain: DomainRecord): string {
  if (domain.state === "active") return `${domain.host} is in service.`;
  return adviceFor(domain) ?? `${domain.host} has been checked.`;
}

const STATE_TEXTS: Readonly<Record<DomainState, string>> = {
  pending: "Waiting for DNS",
  active: "In service",
  lost: "About to be lost",
  ended: "Out of service",
};

const HELD_BY = {
  shop: "Your records are right, but another shop on this installation has proven this name as well. It goes to you once their TXT record is gone.",
  operator: "Your records are right, but whoever runs this installation gave this name out by hand. Ask them to take it back.",
} as const;

function adviceFor({ state, findings, servedUntil }: DomainRecord): string | null {
  if (findings?.heldBy) return HELD_BY[findings.heldBy];
  const verdict = findings && judgeFindings(findings);
  if (state === "lost" && servedUntil !== null)
    return `Its pages go on until ${dayOf(servedUntil)}. Links lead to your address on this installation meanwhile. Put the record back to keep the name.`;
  if (verdict === "unknown") return "DNS could not be asked just now, which changes nothing. We ask again by ourselves.";
  if (state === "active") return null;
  if (findings === null) return "Make the two records below where the domain's DNS is kept, then check.";
  return "Not there yet. DNS can take an hour to tell of a new record; we look again by ourselves.";
}

const historyOf = ({ addedAt, verifiedAt, lostSince, endedAt, checkedAt }: DomainRecord): [label: string, at: Instant | null][] => [
  ["Added", addedAt],
  ["Proven", verifiedAt],
  ["Missed since", lostSince],
  ["Ended", endedAt],
  ["Last checked", checkedAt],
];

function proofStep({ host, proof, findings }: DomainRecord): DomainStepView {
  return {
    title: "Prove that the name is yours",
    records: [{ type: "TXT", name: proofName(host), value: proof }],
    instead: null,
    finding: findings && explainProof(host, findings),
  };
}

function pointerStep({ host, findings }: DomainRecord, config: PlatformConfig): DomainStepView {
  const address = platformAddress(config);
  const addresses = (address === null ? (findings?.platformAddresses ?? []) : [address]).map(
    (value): DnsRecordText => ({ type: isIPv6(value) ? "AAAA" : "A", name: host, value }),
  );
  const finding = findings && explainPointer(host, findings);
  const title = "Point it here";
  if (address !== null) return { title, records: addresses, instead: null, finding };
  const instead =
    addresses.length === 0
      ? null
      : { text: "A bare domain, without a part before it, cannot have a CNAME. Give it these instead:", records: addresses };
  return { title, records: [{ type: "CNAME", name: host, value: platformHost(config) }], instead, finding };
}
