import { type CarrierSlug, findCarrier } from "#lib/carriers/catalog.ts";
import { isId, type SourceId } from "#lib/shared/ids.ts";
import { PROVIDERS, type ProviderName } from "#lib/tracking/snapshot.ts";
import { isStatus, type Status } from "#lib/tracking/status.ts";

export const NEEDS = ["anybody", "shop", "shopper"] as const;
export const AGES = [1, 7, 30, 90] as const;
export const SILENCES = [3, 7, 14, 30] as const;

/** What a list of parcels is narrowed down to, as its address says it. */
export interface ParcelsWish {
  q: string;
  status: Status | null;
  /** Who must act. */
  needs: (typeof NEEDS)[number] | null;
  carrier: CarrierSlug | null;
  /** Whose word the status is, or the source that is asked. */
  source: ProviderName | "nobody" | SourceId | null;
  /** Registered within so many days. */
  age: (typeof AGES)[number] | null;
  /** Under way, and without news for so many days. */
  silent: (typeof SILENCES)[number] | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is nothing we know is not asked for. */
export function readParcelsWish(params: Params): ParcelsWish {
  const said = (name: string) => [params[name] ?? []].flat()[0]?.trim() ?? "";
  const oneOf = <Value extends string | number>(name: string, values: readonly Value[]) =>
    values.find((value) => String(value) === said(name)) ?? null;
  const [status, source] = [said("status"), said("source")];
  return {
    q: said("q").slice(0, 320),
    status: isStatus(status) ? status : null,
    needs: oneOf("needs", NEEDS),
    carrier: findCarrier(said("carrier"))?.slug ?? null,
    source: isId("src", source) ? source : oneOf("source", [...PROVIDERS, "nobody"]),
    age: oneOf("age", AGES),
    silent: oneOf("silent", SILENCES),
  };
}

/** The address of a list, without its mode: only what is asked for is said. */
export function parcelsQuery(wish: Partial<ParcelsWish>): Record<string, string> {
  const asked = Object.entries(wish).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(asked.map(([name, value]) => [name, String(value)]));
}

export const isNarrowed = (wish: ParcelsWish) => Object.keys(parcelsQuery(wish)).length > 0;
