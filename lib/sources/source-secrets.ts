import type { SecretName, SourceSecrets } from "#lib/providers/provider.ts";
import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import type { Vault } from "#lib/vault/vault.ts";

const PURPOSE = "sources.secrets";

export function sealSecrets(vault: Vault, secrets: SourceSecrets): string {
  return vault.seal(JSON.stringify(secrets), PURPOSE);
}

export function openSecrets(vault: Vault, sealed: string): SourceSecrets {
  return JSON.parse(vault.open(sealed, PURPOSE)) as SourceSecrets;
}

/** Which secrets a source has: never what they are. */
export type KnownSecrets = Record<SecretName, boolean> & {
  /** Until when those before a rotation are accepted as well; null where there are none. */
  previousUntil: Instant | null;
};

export function describeSecrets(
  { apiKey, webhookSecret, token, acceptPublishedKeys, previous }: SourceSecrets,
  now: Instant,
): KnownSecrets {
  return {
    apiKey: Boolean(apiKey),
    webhookSecret: Boolean(webhookSecret),
    token: Boolean(token),
    acceptPublishedKeys: acceptPublishedKeys === true,
    previousUntil: previous && epochMsOf(now) < epochMsOf(previous.until) ? previous.until : null,
  };
}
