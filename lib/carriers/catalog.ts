import type { CarrierRow } from "./carrier-row.ts";
import { ASIA_PACIFIC_CARRIERS } from "./carriers-asia-pacific.data.ts";
import { EUROPEAN_CARRIERS } from "./carriers-europe.data.ts";
import { GLOBAL_CARRIERS } from "./carriers-global.data.ts";
import { NORTH_AMERICAN_CARRIERS } from "./carriers-north-america.data.ts";
import { WORLD_POSTS } from "./carriers-world-posts.data.ts";

/** A carrier's name in addresses: lower case, digits and underscores. */
export type CarrierSlug = string & { readonly __brand: "CarrierSlug" };

export const CODE_PROVIDERS = ["easypost", "shippo", "shipengine"] as const;
export type CodeProvider = (typeof CODE_PROVIDERS)[number];

export interface Carrier {
  readonly slug: CarrierSlug;
  readonly name: string;
  /** How a sentence calls it: "USPS last scanned it 2 days ago". Several carriers may share one. */
  readonly shortName: string;
  readonly aliases: readonly string[];
  /** Each provider's codes for it; the first is the one to send. */
  readonly providerCodes: Readonly<Record<CodeProvider, readonly string[]>>;
  /** `{number}` stands for the percent-encoded tracking number. */
  readonly trackingUrl: string | null;
  readonly website: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  /** Country suffixes of the S10 numbers it issues as a national post. */
  readonly s10: readonly string[];
  readonly isTest: boolean;
}

/** Static segments of the app, those to come included, which a carrier's address must never meet. */
export const RESERVED_SEGMENTS: readonly string[] = [
  "tracking",
  "embed",
  "preferences",
  "admin",
  "api",
  "v1",
  "v2",
  "tracks",
  "webhooks",
  "jwks",
  "assets",
  "fonts",
  "brands",
  "uploads",
  "_next",
];

function fromRow(row: CarrierRow): Carrier {
  return {
    slug: row.slug as CarrierSlug,
    name: row.name,
    shortName: row.shortName ?? row.name,
    aliases: row.aliases ?? [],
    providerCodes: { easypost: row.easypost ?? [], shippo: row.shippo ?? [], shipengine: row.shipengine ?? [] },
    trackingUrl: row.trackingUrl ?? null,
    website: row.website ?? null,
    phone: row.phone ?? null,
    country: row.country ?? null,
    s10: row.s10 ?? [],
    isTest: row.isTest ?? false,
  };
}

export const CARRIERS: readonly Carrier[] = [
  ...NORTH_AMERICAN_CARRIERS,
  ...GLOBAL_CARRIERS,
  ...EUROPEAN_CARRIERS,
  ...ASIA_PACIFIC_CARRIERS,
  ...WORLD_POSTS,
].map(fromRow);

/** "DHL Express", "dhl-express", "DHLExpress" and "dhl_express" are one word; so are "Česká pošta" and "ceska_posta". */
export function carrierWord(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("+", "plus")
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A word that would name two carriers names none. */
function indexWords(wordsOf: (carrier: Carrier) => readonly string[]): ReadonlyMap<string, Carrier> {
  const index = new Map<string, Carrier>();
  const ambiguous = new Set<string>();
  for (const carrier of CARRIERS) {
    for (const word of new Set(wordsOf(carrier).map(carrierWord))) {
      if (index.has(word)) ambiguous.add(word);
      index.set(word, carrier);
    }
  }
  for (const word of ambiguous) index.delete(word);
  return index;
}

const bySlug: ReadonlyMap<string, Carrier> = new Map(CARRIERS.map((carrier) => [carrier.slug, carrier]));
const byOwnWord = indexWords((carrier) => [carrier.slug, carrier.name, ...carrier.aliases]);
const byAnyCode = indexWords((carrier) => CODE_PROVIDERS.flatMap((provider) => carrier.providerCodes[provider]));
const byCode: Readonly<Record<CodeProvider, ReadonlyMap<string, Carrier>>> = {
  easypost: indexWords((carrier) => carrier.providerCodes.easypost),
  shippo: indexWords((carrier) => carrier.providerCodes.shippo),
  shipengine: indexWords((carrier) => carrier.providerCodes.shipengine),
};

/** By exact slug. */
export function findCarrier(slug: string): Carrier | null {
  return bySlug.get(slug) ?? null;
}

/** By slug, name, alias or any provider's code, whatever its case, spaces, hyphens and accents. */
export function carrierFor(word: string): Carrier | null {
  const key = carrierWord(word);
  return byOwnWord.get(key) ?? byAnyCode.get(key) ?? null;
}

/** What this provider means by a code; a code it is not known to use is read as a plain word. */
export function carrierByProviderCode(provider: CodeProvider, code: string): Carrier | null {
  return byCode[provider].get(carrierWord(code)) ?? carrierFor(code);
}

/** The code to send to a provider; null where it does not know the carrier. */
export function providerCodeOf(carrier: Carrier, provider: CodeProvider): string | null {
  return carrier.providerCodes[provider][0] ?? null;
}
