import { timingSafeEqual } from "node:crypto";
import { isId, type SubscriptionId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";

const PURPOSE = "subscriptions.token";
const PREFIX = "sub_";
/** 128 bits, as hex. */
const PROOF_LENGTH = 32;

/**
 * What stands for a subscription in the addresses mailed to its shopper: the id, and a proof that we gave it out. Nothing is stored;
 * letters and digits in one case only, so that neither wrapping nor a changed case breaks it.
 */
export function subscriptionToken({ vault }: { vault: Pick<Vault, "digest"> }, id: SubscriptionId): string {
  return id.slice(PREFIX.length) + proofOf(vault, id);
}

/** The subscription a token stands for, whether or not it still exists; null for what we never gave out. */
export function readSubscriptionToken({ vault }: { vault: Pick<Vault, "digest"> }, token: string): SubscriptionId | null {
  const text = token.toLowerCase();
  const id = `${PREFIX}${text.slice(0, -PROOF_LENGTH)}`;
  if (!isId("sub", id)) return null;
  const given = Buffer.from(text.slice(-PROOF_LENGTH));
  const proof = Buffer.from(proofOf(vault, id));
  return given.length === proof.length && timingSafeEqual(given, proof) ? id : null;
}

const proofOf = (vault: Pick<Vault, "digest">, id: SubscriptionId) => vault.digest(id, PURPOSE).slice(0, PROOF_LENGTH);
