import type { KeyObject } from "node:crypto";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Mode, ProviderName, TrackerSnapshot } from "#lib/tracking/snapshot.ts";

/** One source of news. Webhook and poll end in the same snapshots. */
export interface Provider {
  name: ProviderName;
  /**
   * Reads one parsed payload of this provider; never throws.
   * `options.mode` counts only where the payload does not say it itself; without either, production.
   */
  read(json: unknown, options?: ReadOptions): ProviderReading;
  /** The vendor's own id of a delivery, read without judging the rest; null where it has none. Never throws. */
  readDeliveryKey(json: unknown): string | null;
  /** What a source of this provider can hold, the best proof of a webhook first; empty where a source has no place. */
  secrets: readonly SecretName[];
  /** Null where the provider sends no webhooks. */
  verifyWebhook: WebhookVerifier | null;
  /** Null where there is no API to ask. */
  client: ProviderClient | null;
}

export interface ReadOptions {
  mode?: Mode;
}

export type ProviderReading =
  | {
      kind: "snapshots";
      snapshots: TrackerSnapshot[];
      /** The vendor's id of this delivery (`evt_…`, `event.uuid`), the same when it is delivered again; null where it has none. */
      deliveryKey: string | null;
      /** What the payload says of further parcels, and nobody can read; absent where all was read. */
      unread?: Issue[];
    }
  | { kind: "invalid"; issues: Issue[] }
  /** Genuine, but not about tracking. */
  | { kind: "ignored"; reason: string };

/** What a source knows that nobody else may; each provider uses what it needs. */
export interface SourceSecrets {
  /** Asks the provider's API. */
  apiKey?: string;
  /** The key of the provider's HMAC. */
  webhookSecret?: string;
  /** Comes along with a webhook: as `?token=`, as bearer token or as the password of basic auth. */
  token?: string;
  /** Accept signatures by the provider's published keys (ShipEngine's JWKS). */
  acceptPublishedKeys?: boolean;
  /** What went before, accepted as well `until` then, so that nothing is refused while the sender is told. */
  previous?: { webhookSecret?: string; token?: string; until: Instant };
}

export type SecretName = "apiKey" | "webhookSecret" | "token" | "acceptPublishedKeys";

/** A webhook as it came in. */
export interface IncomingWebhook {
  method: string;
  /** Path and query, as the sender wrote it. */
  target: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export type WebhookRefusal = "unsigned" | "forged" | "stale" | "not_configured";

export type WebhookVerdict =
  | { kind: "genuine" }
  | { kind: "refused"; reason: WebhookRefusal }
  /** The provider's keys could not be had: the sender shall try again. */
  | { kind: "undecided"; problem: string };

export interface VerificationContext {
  secrets: SourceSecrets;
  now: Instant;
  /** The provider's published keys, by id; cached, and asked for again when an id is new. */
  findPublishedKey(keyId: string): Promise<PublishedKey>;
}

export type PublishedKey = { kind: "found"; key: KeyObject } | { kind: "unknown" } | { kind: "unavailable"; problem: string };

export type WebhookVerifier = (webhook: IncomingWebhook, ctx: VerificationContext) => Promise<WebhookVerdict>;

export interface ClientContext {
  http: HttpClient;
  /** Without trailing slash. */
  baseUrl: string;
  apiKey: string;
}

export interface ParcelToAskFor {
  carrier: CarrierSlug;
  trackingNumber: string;
  /** The provider's own id of it, once known. */
  vendorTrackerId: string | null;
}

/** What a provider's API answered, sorted by what follows from it. */
export type ClientAnswer =
  /** A payload that `read` understands. */
  | { kind: "payload"; body: string }
  /** Done, with nothing to read. */
  | { kind: "accepted" }
  /** It does not know the parcel (yet). */
  | { kind: "not_found"; problem: string }
  /** It will never follow this parcel; `problem` says why, for the merchant. */
  | { kind: "unsupported"; problem: string }
  /** The API key is wrong, or may not do this. */
  | { kind: "unauthorized"; problem: string }
  /** `retryAfterMs` is null where it does not say. */
  | { kind: "rate_limited"; retryAfterMs: number | null }
  | { kind: "unavailable"; problem: string };

/** A provider's API, as far as we use it. Never throws. */
export interface ProviderClient {
  /** Has the provider follow a parcel, and send webhooks about it. Doing it again does no harm. */
  watch(ctx: ClientContext, parcel: ParcelToAskFor): Promise<ClientAnswer>;
  /** The latest about a parcel. */
  fetch(ctx: ClientContext, parcel: ParcelToAskFor): Promise<ClientAnswer>;
  /** What a merchant should know before this provider is asked for this carrier's parcels: null for nothing. */
  explainRestriction(carrier: CarrierSlug): string | null;
}
