import { defineOperation, type OperationGroup } from "../operation.ts";
import { listPayloadsQuery, payloadPageSchema, replayedPayloadsSchema, replayPayloadsSchema } from "../payload.ts";

export const listPayloads = defineOperation({
  id: "listPayloads",
  method: "GET",
  path: "/payloads",
  summary: "List payloads that need a look",
  query: listPayloadsQuery,
  answers: { 200: { description: "A page of payloads, by id.", schema: payloadPageSchema } },
  problems: ["mode_forbidden"],
});

export const replayPayloads = defineOperation({
  id: "replayPayloads",
  method: "POST",
  path: "/payloads/replay",
  summary: "Read payloads again",
  description: "Say after a fix. Reading one twice changes nothing.",
  body: replayPayloadsSchema,
  example: { ids: ["pay_4f9tq1w8c2e7m3x6k5r0z8n1v4b7h2ds"] },
  answers: { 200: { description: "What became of each.", schema: replayedPayloadsSchema } },
  problems: ["mode_forbidden"],
});

export const payloads: OperationGroup = {
  name: "payloads",
  title: "Payloads",
  introduction:
    "What providers sent, kept as it came before anybody tried to read it. Those of both modes lie together, so a production key is asked for.",
  operations: [listPayloads, replayPayloads],
};
