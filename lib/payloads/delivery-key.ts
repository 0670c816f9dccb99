import { createHash } from "node:crypto";
import { storableText } from "#lib/db/engine/storable-text.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import { parseBody, type StoredBody } from "./payload-body.ts";

/** More than any vendor's ids have, and less than an index takes. */
const LONGEST_KEY = 200;

/** The vendor's own id of a delivery; null where it gives none, or nobody can read it. */
export function readDeliveryKey(provider: ProviderName, stored: StoredBody): string | null {
  const json = parseBody(stored);
  const key = json.kind === "parsed" ? providers[provider].readDeliveryKey(json.value) : null;
  if (key === null || key === "") return null;
  return key.length > LONGEST_KEY ? digestKey(key) : storableText(key);
}

/** For senders without ids of their own: the same bytes are the same delivery, in one mode; some bodies do not say theirs. */
export function digestBody(bytes: Uint8Array, mode: Mode): string {
  return mode === "production" ? digestKey(bytes) : `${mode}:${digestKey(bytes)}`;
}

const digestKey = (content: string | Uint8Array) => `sha256:${createHash("sha256").update(content).digest("hex")}`;
