import type { Instant } from "#lib/shared/clock.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { formatSeconds } from "./easypost-time.ts";

/** What the builder knows of an endpoint: a verb's `EndpointRecord` is one. */
export interface EndpointFacts {
  id: string;
  mode: Mode;
  url: string;
  createdAt: Instant;
  disabledAt: Instant | null;
  headers: readonly { name: string; value: string }[];
}

export interface EasyPostWebhookJson {
  id: string;
  object: "Webhook";
  mode: Mode;
  url: string;
  created_at: string;
  disabled_at: string | null;
  custom_headers: { name: string; value: string }[];
}

/** An endpoint as EasyPost's Webhook; its secret is never told. */
export function buildWebhookObject({ id, mode, url, createdAt, disabledAt, headers }: EndpointFacts): EasyPostWebhookJson {
  return {
    id,
    object: "Webhook",
    mode,
    url,
    created_at: formatSeconds(createdAt),
    disabled_at: disabledAt === null ? null : formatSeconds(disabledAt),
    custom_headers: headers.map(({ name, value }) => ({ name, value })),
  };
}
