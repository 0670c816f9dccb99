import type { ApiKeyRecord } from "#lib/auth/api-key-record.ts";
import { createApiKey } from "#lib/auth/create-api-key.ts";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import type { ApiKeyJson } from "#lib/contracts/api/api-key.ts";
import { createKey, listKeys, revokeKey } from "#lib/contracts/api/operations/keys.ts";
import { managedMode, refuseForeignMode } from "../_standard/choose-mode.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { notFound } from "../_standard/problem-answer.ts";

const PRODUCTION_KEYS = "keys of production";

export const keyEndpoints = [
  endpoint(listKeys, async (call, { query }) => {
    const refusal = refuseForeignMode(call, query.mode, PRODUCTION_KEYS);
    if (refusal) return refusal;
    const { merchantId } = call.caller;
    const keys = await listApiKeys(call.services.runtime, { merchantId, ...managedMode(call, query.mode) });
    return { status: 200, body: { data: keys.map(buildApiKeyJson) } };
  }),

  endpoint(createKey, async (call, { body }) => {
    const refusal = refuseForeignMode(call, body.mode, PRODUCTION_KEYS);
    if (refusal) return refusal;
    const { merchantId, mode } = call.caller;
    const { key, ...record } = await createApiKey(call.services.runtime, { merchantId, mode: body.mode ?? mode, name: body.name });
    return { status: 201, body: { ...buildApiKeyJson(record), key } };
  }),

  endpoint(revokeKey, async (call) => {
    const { merchantId } = call.caller;
    const outcome = await revokeApiKey(call.services.runtime, { merchantId, id: param(call, "id"), ...managedMode(call) });
    return outcome === "revoked" ? { status: 204 } : notFound(call, "key");
  }),
];

function buildApiKeyJson(key: ApiKeyRecord): ApiKeyJson {
  return {
    id: key.id,
    mode: key.mode,
    name: key.name,
    hint: key.hint,
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    revoked_at: key.revokedAt,
  };
}
