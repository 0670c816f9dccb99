import { buildStandardEvent } from "#lib/contracts/api/build-event.ts";
import { buildEasyPostEvent } from "#lib/contracts/easypost-json/build-event.ts";
import { buildShipEngineWebhook } from "#lib/contracts/shipengine-json/build-webhook.ts";
import { buildShippoWebhook } from "#lib/contracts/shippo-json/build-webhook.ts";
import type { EndpointFormat } from "#lib/db/schema.ts";
import type { EventRecord } from "#lib/shipments/tracker-record.ts";
import { anyText, type SecretRule, standardSecret } from "./endpoint-secret.ts";
import type { Signer } from "./signing/message.ts";
import { signEasyPost } from "./signing/sign-easypost.ts";
import { signShipEngine } from "./signing/sign-shipengine.ts";
import { signShippo } from "./signing/sign-shippo.ts";
import { signStandard } from "./signing/sign-standard.ts";

interface EventFormatRow {
  /** The body's text, which is what is signed. */
  build(event: EventRecord, options: { origin: string }): string;
  /** The headers that prove where it comes from. */
  sign: Signer;
  /** How long a receiver may take to answer; the vendors' own limits. */
  timeoutMs: number;
  /** Where it is signed by a secret shared with the receiver; null where none is. */
  secret: SecretRule | null;
  needsSecret: boolean;
}

/** How each format speaks. A new one is a row here and a builder in `lib/contracts`. */
export const EVENT_FORMATS: Readonly<Record<EndpointFormat, EventFormatRow>> = {
  standard: { build: buildStandardEvent, sign: signStandard, timeoutMs: 15_000, secret: standardSecret, needsSecret: true },
  easypost: { build: buildEasyPostEvent, sign: signEasyPost, timeoutMs: 7_000, secret: anyText, needsSecret: false },
  shippo: { build: buildShippoWebhook, sign: signShippo, timeoutMs: 3_000, secret: anyText, needsSecret: false },
  shipengine: { build: buildShipEngineWebhook, sign: signShipEngine, timeoutMs: 10_000, secret: null, needsSecret: false },
};
