import type { NoticesTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { NoticeId } from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";

export interface NoticeRecord {
  id: NoticeId;
  kind: NoticeKind;
  /** The id of what it is about. */
  subject: string;
  /** A sentence or two for the merchant. */
  message: string;
  createdAt: Instant;
  resolvedAt: Instant | null;
}

export const ENDPOINT_NOTICES = ["endpoint.failing", "endpoint.disabled"] as const satisfies readonly NoticeKind[];

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
