import type { SenderDomainState } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { momentText } from "#lib/view/console-time.ts";
import type { DomainView } from "#lib/view/domain-view.ts";
import { dkimName, dkimRecord } from "./dkim-key.ts";
import { explainDkim, explainDmarc, explainSpf } from "./explain-sender-findings.ts";
import { judgeDkim } from "./next-sender-step.ts";
import type { SenderDomain } from "./sender-domain.ts";

/** A sender domain in words: how it stands, what to enter where, and what was found there. */
export function buildSenderDomainView(sender: SenderDomain, { now }: { now: Instant }): DomainView {
  const { id, domain, state, addedAt, checkedAt, findings } = sender;
  const history = [
    { label: "Added", at: addedAt },
    { label: "Missed since", at: findings?.missedSince ?? null },
    { label: "Last checked", at: checkedAt },
  ];
  return {
    id,
    host: domain,
    ...STATES[state],
    advice: adviceFor(sender),
    history: history.flatMap(({ label, at }) => (at === null ? [] : [{ label, moment: momentText(at, now) }])),
    steps: [
      {
        title: "Publish our key (DKIM)",
        records: [{ type: "TXT", name: dkimName(sender), value: dkimRecord(sender.publicKey) }],
        instead: null,
        finding: findings && explainDkim(findings),
      },
      {
        title: "Say how mails that fail are treated (DMARC)",
        records: findings?.dmarc.kind === "found" ? [] : [{ type: "TXT", name: `_dmarc.${domain}`, value: "v=DMARC1; p=none" }],
        instead: null,
        finding: findings && explainDmarc(findings),
      },
      { title: "Keep one list of servers that may send (SPF)", records: [], instead: null, finding: findings && explainSpf(findings) },
    ],
  };
}

/** How a check went, in a sentence. */
export function describeSenderCheck(sender: SenderDomain): string {
  return adviceFor(sender) ?? `Mails can be sent from addresses at ${sender.domain}.`;
}

const STATES: Readonly<Record<SenderDomainState, Pick<DomainView, "state" | "stateText">>> = {
  pending: { state: "pending", stateText: "Waiting for DNS" },
  verified: { state: "active", stateText: "Proven" },
  lost: { state: "lost", stateText: "Lost" },
};

function adviceFor({ state, findings }: SenderDomain): string | null {
  if (findings === null) return "Make the first record where the domain's DNS is kept, then check.";
  if (state === "lost") return "Mails go out from the installation's own address until the key is back where it was.";
  if (judgeDkim(findings.dkim) === "unknown") return "DNS could not be asked just now, which changes nothing. We ask again by ourselves.";
  if (state === "verified")
    return findings.missedSince === null ? null : "Our key was not found just now. We look again within the hour before anything changes.";
  return "Not there yet. DNS can take an hour to tell of a new record; we look again by ourselves.";
}
