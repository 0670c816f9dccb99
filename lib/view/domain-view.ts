import type { MomentText } from "./console-time.ts";

export interface DnsRecordText {
  type: "TXT" | "CNAME" | "A" | "AAAA";
  name: string;
  value: string;
}

/** What a record was found to be; `unknown` where nobody could say. */
export interface FindingText {
  kind: "right" | "wrong" | "missing" | "unknown";
  text: string;
  /** What is there instead. */
  found: string[];
}

export interface DomainStepView {
  title: string;
  records: DnsRecordText[];
  /** For names that cannot have the records above. */
  instead: { text: string; records: DnsRecordText[] } | null;
  /** Null before the first check. */
  finding: FindingText | null;
}

/** A shop's domain as the console shows it. */
export interface DomainView {
  id: string;
  host: string;
  state: "pending" | "active" | "lost" | "ended";
  /** What it comes to, in a word or two. */
  stateText: string;
  /** What to know or do now; null where all is well. */
  advice: string | null;
  history: { label: string; moment: MomentText }[];
  steps: DomainStepView[];
}
