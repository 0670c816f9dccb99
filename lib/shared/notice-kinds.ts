/**
 * What merchants are told to act on: an endpoint that accepts nothing, a source that brings nothing, a host that leads elsewhere,
 * a provider that asks whether it may report bounces, a key that is gone from DNS.
 */
export const NOTICE_KINDS = [
  "endpoint.failing",
  "endpoint.disabled",
  "source.unauthorized",
  "source.unavailable",
  "source.unsupported",
  "domain.lost",
  "domain.ended",
  "reports.unconfirmed",
  "sender.lost",
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
