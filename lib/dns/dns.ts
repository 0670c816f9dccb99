/** `none`: there is no such record, and a name server said so. `broken`: nobody could say; asking again may help. */
export type DnsAnswer = { kind: "found"; records: string[] } | { kind: "none" } | { kind: "broken"; problem: string };

export const DNS_RECORDS = ["TXT", "CNAME", "A", "AAAA"] as const;
export type DnsRecordType = (typeof DNS_RECORDS)[number];

export interface Dns {
  /** Texts of several parts in one piece, names in lower case without the last dot. Never throws. */
  ask(type: DnsRecordType, name: string): Promise<DnsAnswer>;
}
