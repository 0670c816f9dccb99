import { performance } from "node:perf_hooks";
import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { storableText } from "#lib/db/engine/storable-text.ts";
import type { EndpointsTable } from "#lib/db/schema.ts";
import type { HttpClient, HttpRequest } from "#lib/http/http-client.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { EventRecord } from "#lib/shipments/tracker-record.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { openSecrets, readEndpointRow } from "./endpoint-record.ts";
import { EVENT_FORMATS } from "./event-formats.ts";
import { judgeAnswer, type Verdict } from "./judge-answer.ts";
import { loadSigningKey } from "./signing/signing-key.ts";

const LONGEST_ANSWER = 500;

export interface SendContext {
  db: Database;
  clock: Clock;
  vault: Vault;
  http: HttpClient;
  config: Pick<Config, "publicOrigin">;
}

/** What became of sending an event once. */
export interface Attempt {
  attemptedAt: Instant;
  durationMs: number;
  /** Null where there was no answer. */
  httpStatus: number | null;
  /** The beginning of what was answered. */
  answer: string | null;
  verdict: Verdict;
}

/** The event as this endpoint wants it, signed for now. */
export async function buildEventRequest(ctx: SendContext, endpoint: EndpointsTable, event: EventRecord): Promise<HttpRequest> {
  const format = EVENT_FORMATS[endpoint.format];
  const sentAt = ctx.clock.now();
  const body = format.build(event, { origin: ctx.config.publicOrigin });
  const proof = await format.sign(
    { id: event.id, sentAt, url: endpoint.url, body },
    { secrets: openSecrets(endpoint, ctx.vault, sentAt), findSigningKey: () => loadSigningKey(ctx) },
  );
  const ownHeaders = readEndpointRow(endpoint, ctx.vault).headers.map(({ name, value }) => [name.toLowerCase(), value]);
  return {
    method: "POST",
    url: endpoint.url,
    headers: { ...Object.fromEntries(ownHeaders), "content-type": "application/json", ...proof },
    body,
    timeoutMs: format.timeoutMs,
  };
}

/** Call it outside of every transaction: a receiver may take its time. */
export async function sendEvent({ http, clock }: Pick<SendContext, "http" | "clock">, request: HttpRequest): Promise<Attempt> {
  const attemptedAt = clock.now();
  const started = performance.now();
  const answer = await http.request({ ...request, maxBodyBytes: 4 * LONGEST_ANSWER });
  return {
    attemptedAt,
    durationMs: Math.round(performance.now() - started),
    httpStatus: answer.kind === "answer" ? answer.status : null,
    answer: answer.kind === "answer" ? storableText(answer.body.slice(0, LONGEST_ANSWER)) : null,
    verdict: judgeAnswer(answer),
  };
}
