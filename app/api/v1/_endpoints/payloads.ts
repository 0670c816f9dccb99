import {
  listPayloads as listPayloadsOperation,
  replayPayloads as replayPayloadsOperation,
} from "#lib/contracts/api/operations/payloads.ts";
import type { PayloadJson } from "#lib/contracts/api/payload.ts";
import { listPayloads, type PayloadRecord } from "#lib/shipments/list-payloads.ts";
import { type Replayed, replayPayloads } from "#lib/shipments/replay-payloads.ts";
import { refuseTestKey } from "../_standard/choose-mode.ts";
import { endpoint } from "../_standard/endpoint.ts";

const PAYLOADS = "payloads, which lie together with those of production";

export const payloadEndpoints = [
  endpoint(listPayloadsOperation, async (call, { query }) => {
    const refusal = refuseTestKey(call, PAYLOADS);
    if (refusal) return refusal;
    const { merchantId } = call.caller;
    const { outcome: filter, limit, after } = query;
    const found = await listPayloads(call.services.runtime, { merchantId, filter, limit: limit + 1, ...(after && { afterId: after }) });
    return { status: 200, body: { data: found.slice(0, limit).map(buildPayloadJson), has_more: found.length > limit } };
  }),

  endpoint(replayPayloadsOperation, async (call, { body }) => {
    const refusal = refuseTestKey(call, PAYLOADS);
    if (refusal) return refusal;
    const replayed = new Map<string, Replayed>();
    for await (const result of replayPayloads(call.services.runtime, { merchantId: call.caller.merchantId, which: { ids: body.ids } })) {
      replayed.set(result.payloadId, result);
    }
    return { status: 200, body: { data: [...new Set(body.ids)].map((id) => describeReplay(id, replayed.get(id))) } };
  }),
];

function describeReplay(id: string, replayed: Replayed | undefined) {
  if (!replayed) return { id, outcome: "not_found", problem: null };
  const { outcome, problem } = replayed;
  // What broke is ours to know, and may name what is nobody's business.
  return { id, outcome, problem: outcome === "failed" ? "Something went wrong on our side. The payload is as it was." : problem };
}

function buildPayloadJson(payload: PayloadRecord): PayloadJson {
  return {
    id: payload.id,
    provider: payload.provider,
    source: payload.source,
    mode: payload.mode,
    received_at: payload.receivedAt,
    outcome: payload.outcome,
    problem: payload.problem,
  };
}
