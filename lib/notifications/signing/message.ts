import type { KeyObject } from "node:crypto";
import type { Instant } from "#lib/shared/clock.ts";

/** One event on its way to one endpoint, as it will be sent. */
export interface UnsignedMessage {
  /** The event's id: the same at every attempt and for every endpoint, so that a receiver can tell a repetition. */
  id: string;
  sentAt: Instant;
  url: string;
  body: string;
}

export interface SigningKey {
  id: string;
  privateKey: KeyObject;
}

export interface SigningKeys {
  /** The endpoint's secrets that are valid now, the present one first; none where it has none. */
  secrets: readonly string[];
  /** The installation's own key, which needs no secret shared with anybody. */
  findSigningKey(): Promise<SigningKey>;
}

export type Signer = (message: UnsignedMessage, keys: SigningKeys) => Promise<Record<string, string>>;
