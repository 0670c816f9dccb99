import { listNoticesQuery, noticeListSchema } from "../notice.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";

export const listNotices = defineOperation({
  id: "listNotices",
  method: "GET",
  path: "/notices",
  summary: "List notices",
  query: listNoticesQuery,
  answers: { 200: { description: "The latest hundred, newest first.", schema: noticeListSchema } },
});

export const resolveNotice = defineOperation({
  id: "resolveNotice",
  method: "POST",
  path: "/notices/:id/resolve",
  summary: "Put a notice aside",
  description: "It comes back while its cause lasts.",
  answers: { 204: { description: "Put aside.", schema: null } },
});

export const notices: OperationGroup = {
  name: "notices",
  title: "Notices",
  introduction: "What you should know and act on: an endpoint that fails, a source whose key is refused.",
  operations: [listNotices, resolveNotice],
};
