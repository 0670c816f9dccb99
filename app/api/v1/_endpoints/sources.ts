import type { ApiCall } from "#app/_server/api/dialect.ts";
import * as operations from "#lib/contracts/api/operations/sources.ts";
import type { MadeSecretJson, SourceJson, SourceSecretsInput } from "#lib/contracts/api/source.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { deleteSource } from "#lib/sources/delete-source.ts";
import { getSource, listSources } from "#lib/sources/list-sources.ts";
import type { MadeSecret } from "#lib/sources/made-secret.ts";
import { rotateToken } from "#lib/sources/rotate-token.ts";
import type { SourceRecord } from "#lib/sources/source-record.ts";
import { updateSource } from "#lib/sources/update-source.ts";
import { managedMode, refuseForeignMode } from "../_standard/choose-mode.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { invalidInput, notFound, problemAnswer } from "../_standard/problem-answer.ts";
import { snakePaths } from "../_standard/snake-paths.ts";

const PRODUCTION_SOURCES = "sources of production";

export const sourceEndpoints = [
  endpoint(operations.createSource, async (call, { body }) => {
    const refusal = refuseForeignMode(call, body.mode, PRODUCTION_SOURCES);
    if (refusal) return refusal;
    const { merchantId, mode } = call.caller;
    const { provider, slug, secrets, is_polled } = body;
    const outcome = await createSource(call.services.runtime, {
      merchantId,
      provider,
      mode: body.mode ?? mode,
      ...(slug !== undefined && { slug }),
      ...(secrets && { secrets: readSecrets(secrets) }),
      ...(is_polled !== undefined && { isPolled: is_polled }),
    });
    switch (outcome.kind) {
      case "created":
        return {
          status: 201,
          body: { ...buildSourceJson(outcome.source), made_secret: outcome.made && buildMadeSecretJson(outcome.made) },
        };
      case "invalid":
        return invalidInput(call, snakePaths(outcome.issues));
      case "slug_taken":
        return problemAnswer(call, "conflict", `There is a source "${outcome.slug}" already. Choose another slug, or leave it out.`);
    }
  }),

  endpoint(operations.listSources, async (call, { query }) => {
    const refusal = refuseForeignMode(call, query.mode, PRODUCTION_SOURCES);
    if (refusal) return refusal;
    const sources = await listSources(call.services.runtime, { merchantId: call.caller.merchantId, ...managedMode(call, query.mode) });
    return { status: 200, body: { data: sources.map(buildSourceJson) } };
  }),

  endpoint(operations.getSource, async (call) => {
    const source = await getSource(call.services.runtime, keyOf(call));
    return source ? { status: 200, body: buildSourceJson(source) } : notFound(call, "source");
  }),

  endpoint(operations.changeSource, async (call, { body: { secrets, is_polled, is_disabled } }) => {
    const changes = {
      ...(secrets && { secrets: readSecrets(secrets) }),
      ...(is_polled !== undefined && { isPolled: is_polled }),
      ...(is_disabled !== undefined && { isDisabled: is_disabled }),
    };
    const outcome = await updateSource(call.services.runtime, { ...keyOf(call), changes });
    switch (outcome.kind) {
      case "updated":
        return { status: 200, body: buildSourceJson(outcome.source) };
      case "invalid":
        return invalidInput(call, snakePaths(outcome.issues));
      case "not_found":
        return notFound(call, "source");
    }
  }),

  endpoint(operations.deleteSource, async (call) => {
    const outcome = await deleteSource(call.services.runtime, keyOf(call));
    return outcome === "deleted" ? { status: 204 } : notFound(call, "source");
  }),

  endpoint(operations.rotateSource, async (call, { body }) => {
    const value = body?.value;
    const outcome = await rotateToken(call.services.runtime, { ...keyOf(call), ...(value !== undefined && { value }) });
    switch (outcome.kind) {
      case "rotated":
        return { status: 200, body: { secret: buildMadeSecretJson(outcome.secret), previous_until: outcome.previousUntil } };
      case "invalid":
        return invalidInput(
          call,
          outcome.issues.map(({ message }) => ({ path: "value", message })),
        );
      case "not_found":
        return notFound(call, "source");
    }
  }),
];

const keyOf = (call: ApiCall) => ({ merchantId: call.caller.merchantId, source: param(call, "id"), ...managedMode(call) });

/** Only what was said: an absent secret stays as it is. */
function readSecrets({ api_key, webhook_secret, token, accept_published_keys }: SourceSecretsInput) {
  return {
    ...(api_key !== undefined && { apiKey: api_key }),
    ...(webhook_secret !== undefined && { webhookSecret: webhook_secret }),
    ...(token !== undefined && { token }),
    ...(accept_published_keys !== undefined && { acceptPublishedKeys: accept_published_keys }),
  };
}

function buildMadeSecretJson({ name, value }: MadeSecret): MadeSecretJson {
  return { name: name === "webhookSecret" ? "webhook_secret" : "token", value };
}

function buildSourceJson({ secrets, health, ...source }: SourceRecord): SourceJson {
  return {
    id: source.id,
    slug: source.slug,
    provider: source.provider,
    mode: source.mode,
    webhook_url: source.webhookUrl,
    is_polled: source.isPolled,
    secrets: {
      api_key: secrets.apiKey,
      webhook_secret: secrets.webhookSecret,
      token: secrets.token,
      accept_published_keys: secrets.acceptPublishedKeys,
      previous_until: secrets.previousUntil,
    },
    health: {
      failures: health.failures,
      paused_until: health.pausedUntil,
      last_success_at: health.lastSuccessAt,
      last_problem: health.lastProblem,
      refusals: health.refusals,
    },
    created_at: source.createdAt,
    updated_at: source.updatedAt,
    disabled_at: source.disabledAt,
  };
}
