import type { FindingText } from "#lib/view/domain-view.ts";
import type { SenderFindings } from "./sender-findings.ts";

const right = (text: string): FindingText => ({ kind: "right", text, found: [] });
const wrong = (text: string, found: readonly string[] = []): FindingText => ({ kind: "wrong", text, found: [...found] });
const missing = (text: string): FindingText => ({ kind: "missing", text, found: [] });
const unknown = (problem: string): FindingText => ({ kind: "unknown", text: `Could not be looked up: ${problem}.`, found: [] });

const WRONG_KEYS = {
  other_key: "The record holds another key than ours. Copy the whole value once more; it is long, and easily cut off.",
  no_key: "The record holds no key: its p= is empty or missing, which tells receivers that the key is revoked.",
  not_dkim: "There is a TXT record at this name, but it is no DKIM key.",
} as const;

export function explainDkim({ dkim }: SenderFindings): FindingText {
  switch (dkim.kind) {
    case "right":
      return dkim.isTesting
        ? right("Our key is there. It says t=y, a test: take that out, or some receivers take no notice of the signature.")
        : right("Our key is there: the domain is yours, and your mails can be signed.");
    case "wrong":
      return wrong(WRONG_KEYS[dkim.because], dkim.found);
    case "several":
      return wrong("There are several TXT records at this name, and receivers may take any. Leave only this one.", dkim.found);
    case "none":
      return missing("There is no TXT record at this name yet.");
    case "broken":
      return unknown(dkim.problem);
  }
}

/** Receivers look up no more than this for one record. */
const MOST_LOOK_UPS = 10;

/** SPF says which servers may send. DKIM alone carries DMARC, so none of this stops a mail of ours. */
export function explainSpf({ spf }: SenderFindings): FindingText {
  switch (spf.kind) {
    case "found":
      if (spf.letsEverybody) return wrong("The record ends in +all, which lets anybody write in your name. End it in ~all.", [spf.record]);
      if (spf.lookUps > MOST_LOOK_UPS)
        return wrong(
          `Receivers would have to ask DNS ${spf.lookUps} times for this record, and give up after ${MOST_LOOK_UPS}. Shorten it.`,
          [spf.record],
        );
      return right("There is one record, as there should be. If whoever runs the mail server names an include for it, add that to it.");
    case "several":
      return wrong("There are several SPF records, which receivers take for none. Merge them into one.", spf.found);
    case "none":
      return missing(
        "There is no SPF record. Mails pass by our signature alone; ask whoever runs the mail server what the record should include.",
      );
    case "broken":
      return unknown(spf.problem);
  }
}

const POLICIES = {
  none: "asks receivers to let mails through that fail",
  quarantine: "asks receivers to put mails among the junk that fail",
  reject: "asks receivers to refuse mails that fail",
} as const;

export function explainDmarc({ dmarc }: SenderFindings): FindingText {
  switch (dmarc.kind) {
    case "found":
      return right(
        `The policy of ${dmarc.at} ${POLICIES[dmarc.policy]}. Ours pass: they are signed in the name of this very domain, which suits strict alignment too.`,
      );
    case "wrong":
      return wrong("The record names no policy (p=none, quarantine or reject), so receivers take no notice of it.", dmarc.found);
    case "several":
      return wrong("There are several DMARC records, which receivers take for none. Leave one.", dmarc.found);
    case "none":
      return missing("There is no DMARC record. The large mailbox providers ask for one from whoever writes much; this one only watches.");
    case "broken":
      return unknown(dmarc.problem);
  }
}

/** What is wrong with our key, as the rest of a sentence. */
export function mainSenderProblem({ dkim }: SenderFindings): string {
  if (dkim.kind === "wrong") return "the record of its key holds another value";
  return dkim.kind === "several" ? "there are several records where its key should be" : "the record of its key is gone";
}
