import type { ApiCall } from "#app/_server/api/dialect.ts";
import type { NoticeJson } from "#lib/contracts/api/notice.ts";
import { listNotices as listNoticesOperation, resolveNotice as resolveNoticeOperation } from "#lib/contracts/api/operations/notices.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { NoticeRecord } from "#lib/notifications/notice-record.ts";
import { resolveNotice } from "#lib/notifications/resolve-notice.ts";
import { listSources } from "#lib/sources/list-sources.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { notFound } from "../_standard/problem-answer.ts";

export const noticeEndpoints = [
  endpoint(listNoticesOperation, async (call, { query }) => {
    const notices = await listOwnNotices(call, { withResolved: query.resolved === "true" });
    return { status: 200, body: { data: notices.map(buildNoticeJson) } };
  }),

  endpoint(resolveNoticeOperation, async (call) => {
    const id = param(call, "id");
    const { runtime } = call.services;
    const isOwn = (await listOwnNotices(call, { withResolved: false })).some((notice) => notice.id === id);
    if (!isOwn || (await resolveNotice(runtime, { caller: call.caller, id })) === "not_found") return notFound(call, "open notice");
    return { status: 204 };
  }),
];

/** A notice has no mode but that of what it is about; a test key hears of test things only. */
async function listOwnNotices({ services: { runtime }, caller }: ApiCall, options: { withResolved: boolean }): Promise<NoticeRecord[]> {
  const notices = await listNotices(runtime, { caller, ...options });
  if (caller.mode === "production") return notices;
  const [endpoints, sources] = await Promise.all([
    listEndpoints(runtime, { caller }),
    listSources(runtime, { merchantId: caller.merchantId, mode: caller.mode }),
  ]);
  const own = new Set<string>([...endpoints, ...sources].map(({ id }) => id));
  return notices.filter(({ subject }) => own.has(subject));
}

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
