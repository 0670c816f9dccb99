import type { NoticeJson } from "#lib/contracts/api/notice.ts";
import { listNotices as listNoticesOperation, resolveNotice as resolveNoticeOperation } from "#lib/contracts/api/operations/notices.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { NoticeRecord } from "#lib/notifications/notice-record.ts";
import { resolveNotice } from "#lib/notifications/resolve-notice.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { notFound } from "../_standard/problem-answer.ts";

export const noticeEndpoints = [
  endpoint(listNoticesOperation, async (call, { query }) => {
    const { services, caller } = call;
    const notices = await listNotices(services.runtime, { caller, withResolved: query.resolved === "true" });
    return { status: 200, body: { data: notices.map(buildNoticeJson) } };
  }),

  endpoint(resolveNoticeOperation, async (call) => {
    const outcome = await resolveNotice(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return outcome === "resolved" ? { status: 204 } : notFound(call, "open notice");
  }),
];

function buildNoticeJson(notice: NoticeRecord): NoticeJson {
  return {
    id: notice.id,
    kind: notice.kind,
    subject: notice.subject,
    message: notice.message,
    created_at: notice.createdAt,
    resolved_at: notice.resolvedAt,
  };
}
