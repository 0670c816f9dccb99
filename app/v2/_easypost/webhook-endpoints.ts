import { z } from "zod";
import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { onWebhookOf } from "#app/_server/api/on-webhook.ts";
import { buildWebhookObject } from "#lib/contracts/easypost-json/build-webhook-object.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { easypostError } from "./easypost-error.ts";
import { isRecord, parseParams, parseSection, requiredText } from "./params.ts";

const FORMAT = "easypost";
const LONGEST_URL = 4000;

const onWebhook = onWebhookOf(FORMAT, () => easypostError("NOT_FOUND"));

export const webhookEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "/webhooks", handle: create },
  { method: "GET", path: "/webhooks", handle: listAll },
  { method: "GET", path: "/webhooks/:id", handle: onWebhook(retrieve) },
  { method: "PATCH", path: "/webhooks/:id", handle: onWebhook(update) },
  { method: "PUT", path: "/webhooks/:id", handle: onWebhook(update) },
  { method: "DELETE", path: "/webhooks/:id", handle: onWebhook(remove) },
];

/** Taken letter by letter, since it is hashed; an empty one is none. */
const secret = z
  .string("must be text")
  .nullable()
  .transform((text) => text || null)
  .optional();
const customHeaders = z.array(z.object({ name: z.string(), value: z.string() }), "must be a list of { name, value }").optional();
const webhookParams = z.object({ url: requiredText(LONGEST_URL), webhook_secret: secret, custom_headers: customHeaders });
const webhookChanges = webhookParams.partial({ url: true });

async function create({ services, caller, body }: ApiCall): Promise<ApiAnswer> {
  const parsed = parseSection("webhook", webhookParams, body);
  if (parsed.kind === "refused") return parsed.answer;
  const { url, webhook_secret = null, custom_headers = [] } = parsed.value;
  const outcome = await createEndpoint(services.runtime, { caller, format: FORMAT, url, secret: webhook_secret, headers: custom_headers });
  return outcome.kind === "invalid" ? refuse(outcome.issues) : { status: 201, body: buildWebhookObject(outcome.endpoint) };
}

/** As EasyPost does, answers 201 and enables a webhook that was disabled. */
async function update({ services, caller, body }: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  const parsed = parseParams(webhookChanges, unwrap(body) ?? {});
  if (parsed.kind === "refused") return parsed.answer;
  const { url, webhook_secret, custom_headers } = parsed.value;
  const changes = {
    isDisabled: false,
    ...(url !== undefined && { url }),
    ...(webhook_secret !== undefined && { secret: webhook_secret }),
    ...(custom_headers !== undefined && { headers: custom_headers }),
  };
  const outcome = await updateEndpoint(services.runtime, { caller, id, changes });
  switch (outcome.kind) {
    case "updated":
      return { status: 201, body: buildWebhookObject(outcome.endpoint) };
    case "not_found":
      return easypostError("NOT_FOUND");
    case "invalid":
      return refuse(outcome.issues);
  }
}

/** Some clients wrap changes like a new webhook, some send them bare. */
function unwrap(body: unknown): unknown {
  return isRecord(body) && isRecord(body.webhook) ? body.webhook : body;
}

async function listAll({ services, caller }: ApiCall): Promise<ApiAnswer> {
  const endpoints = await listEndpoints(services.runtime, { caller, format: FORMAT });
  return { status: 200, body: { webhooks: endpoints.map(buildWebhookObject) } };
}

async function retrieve(_: ApiCall, endpoint: EndpointRecord): Promise<ApiAnswer> {
  return { status: 200, body: buildWebhookObject(endpoint) };
}

async function remove({ services, caller }: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  await deleteEndpoint(services.runtime, { caller, id });
  return { status: 200, body: {} };
}

/** Our names for what EasyPost calls otherwise. */
const FIELDS: Readonly<Record<string, string>> = { secret: "webhook_secret", headers: "custom_headers", "": "webhook" };

function refuse(issues: readonly Issue[]): ApiAnswer {
  const errors = issues.map(({ path, message }) => {
    const [first = "", ...rest] = path.split(".");
    return { field: [FIELDS[first] ?? first, ...rest].join("."), message };
  });
  return easypostError("WEBHOOK.INVALID", { errors });
}
