import { type CarrierSlug, CODE_PROVIDERS, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";
import { providers } from "#lib/providers/registry.ts";
import type { SourceId } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";

export interface SourceToRank {
  id: SourceId;
  provider: ProviderName;
}

export interface RankedSource extends SourceToRank {
  /** What the merchant should know before this source is asked; null for nothing. */
  restriction: string | null;
  /** Whether its provider has told of the parcel by itself. */
  isTelling: boolean;
}

/**
 * The sources that can be asked for a carrier's parcels, the best first: whoever tells of the parcel already, then whoever asks
 * nothing of the merchant; among equals they stay as they come.
 */
export function rankSources(
  sources: readonly SourceToRank[],
  parcel: { carrier: CarrierSlug; tellers: ReadonlySet<ProviderName> },
): RankedSource[] {
  return sources
    .filter(({ provider }) => canAsk(provider, parcel.carrier))
    .map((source) => ({
      id: source.id,
      provider: source.provider,
      restriction: providers[source.provider].client?.explainRestriction(parcel.carrier) ?? null,
      isTelling: parcel.tellers.has(source.provider),
    }))
    .sort((a, b) => Number(b.isTelling) - Number(a.isTelling) || Number(a.restriction !== null) - Number(b.restriction !== null));
}

/** Whether a provider has an API to ask, and a word for the carrier. */
export function canAsk(provider: ProviderName, slug: CarrierSlug): boolean {
  const carrier = findCarrier(slug);
  const codes = CODE_PROVIDERS.find((name) => name === provider);
  return providers[provider].client !== null && carrier !== null && codes !== undefined && providerCodeOf(carrier, codes) !== null;
}
