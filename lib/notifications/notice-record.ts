import type { NoticesTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { NoticeId } from "#lib/shared/ids.ts";

export interface NoticeRecord {
  id: NoticeId;
  kind: string;
  /** The id of what it is about. */
  subject: string;
  /** A sentence or two for the merchant. */
  message: string;
  createdAt: Instant;
  resolvedAt: Instant | null;
}

export const ENDPOINT_FAILING = "endpoint.failing";
export const ENDPOINT_DISABLED = "endpoint.disabled";
export const ENDPOINT_NOTICES = [ENDPOINT_FAILING, ENDPOINT_DISABLED] as const;

export function readNoticeRow(row: NoticesTable): NoticeRecord {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    message: row.message,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
  };
}
