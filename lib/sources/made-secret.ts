import type { SecretName, SourceSecrets } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";

/** A secret of our making, told once and never again. */
export interface MadeSecret {
  name: "token" | "webhookSecret";
  value: string;
}

/** What tells this provider's webhooks from anybody's, where we may choose it. */
export function madeSecretName(provider: ProviderName): MadeSecret["name"] {
  return providers[provider].secrets.includes("token") ? "token" : "webhookSecret";
}

/** Null for secrets that can tell already. */
export function makeMissingSecret(provider: ProviderName, secrets: SourceSecrets, random: RandomBytes): MadeSecret | null {
  const proofs: readonly SecretName[] = ["token", "webhookSecret", "acceptPublishedKeys"];
  return proofs.some((proof) => secrets[proof]) ? null : { name: madeSecretName(provider), value: randomToken(random) };
}
