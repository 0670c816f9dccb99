import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { Config } from "#lib/config/config.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import { type Clock, DAY_MS, epochMsOf, HOUR_MS, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { PublishedKey } from "./provider.ts";

const FRESH_MS = HOUR_MS;
/** A key that was good does not become false because its publisher is out of reach for a while. */
const USABLE_MS = DAY_MS;
/** Whoever makes key ids up cannot make us ask more often. */
const PAUSE_MS = MINUTE_MS;
const TIMEOUT_MS = 4_000;
const SMALLEST_MODULUS_BITS = 2048;
const LONGEST_ID = 256;

/** ShipEngine's keys for webhooks, by id. Never throws. */
export interface PublishedKeys {
  find(keyId: string): Promise<PublishedKey>;
}

interface PublishedKeysContext {
  http: HttpClient;
  config: Pick<Config, "shipengineUrl">;
  clock: Clock;
}

interface KeySet {
  keys: ReadonlyMap<string, KeyObject>;
  readAt: Instant;
}

/** Read for an hour, and again when an id is new: so a rotation is noticed with the first webhook it signs. */
export function createPublishedKeys({ http, config, clock }: PublishedKeysContext): PublishedKeys {
  let known: KeySet = { keys: new Map(), readAt: "1970-01-01T00:00:00Z" as Instant };
  let askedAt: Instant | null = null;
  let problem: string | null = null;
  let asking: Promise<void> | null = null;

  const ageMs = (since: Instant) => epochMsOf(clock.now()) - epochMsOf(since);
  const lookUp = (keyId: string, withinMs: number) => (ageMs(known.readAt) < withinMs ? known.keys.get(keyId) : undefined);

  const ask = async () => {
    askedAt = clock.now();
    const answer = await readKeySet(http, `${config.shipengineUrl}/jwks`);
    if (answer.kind === "keys") known = { keys: answer.keys, readAt: clock.now() };
    problem = answer.kind === "keys" ? null : answer.problem;
  };

  return {
    async find(keyId) {
      if (keyId.length > LONGEST_ID) return { kind: "unknown" };
      const fresh = lookUp(keyId, FRESH_MS);
      if (fresh) return { kind: "found", key: fresh };
      if (asking === null && (askedAt === null || ageMs(askedAt) >= PAUSE_MS)) {
        asking = ask().finally(() => {
          asking = null;
        });
      }
      await asking;
      const key = lookUp(keyId, USABLE_MS);
      if (key) return { kind: "found", key };
      return problem === null ? { kind: "unknown" } : { kind: "unavailable", problem };
    },
  };
}

const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string().max(LONGEST_ID), kty: z.string(), n: z.string().max(4096).optional() })).max(100),
});

type KeySetAnswer = { kind: "keys"; keys: Map<string, KeyObject> } | { kind: "unavailable"; problem: string };

async function readKeySet(http: HttpClient, url: string): Promise<KeySetAnswer> {
  const unavailable = (problem: string): KeySetAnswer => ({ kind: "unavailable", problem: `The keys at ${url} cannot be had: ${problem}` });
  const answer = await http.request({
    method: "GET",
    url,
    headers: { accept: "application/json" },
    timeoutMs: TIMEOUT_MS,
    isFromSettings: true,
  });
  if (answer.kind !== "answer") return unavailable(answer.problem);
  if (answer.status !== 200) return unavailable(`it answers ${answer.status}`);
  const json = parseJson(answer.body);
  if (json.kind === "malformed") return unavailable("the answer is not JSON");
  const keySet = keySetSchema.safeParse(json.value);
  if (!keySet.success) return unavailable("the answer is no set of keys");
  return { kind: "keys", keys: new Map(keySet.data.keys.flatMap((jwk) => readKey(jwk))) };
}

/** Keys of other kinds, or weaker than anybody should trust, are passed over. */
function readKey(jwk: { kid: string; kty: string }): [string, KeyObject][] {
  try {
    const key = createPublicKey({ key: jwk, format: "jwk" });
    const isStrong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_MODULUS_BITS;
    return key.asymmetricKeyType === "rsa" && isStrong ? [[jwk.kid, key]] : [];
  } catch {
    return [];
  }
}
