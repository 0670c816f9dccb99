import { ageWords, needsWords, silentWords } from "#components/admin/parcels/filter-words.ts";
import type { Chip } from "#components/admin/parcels/parcel-chips.tsx";
import { statusWords } from "#components/admin/ui/status-badge.tsx";
import { findCarrier } from "#lib/carriers/catalog.ts";
import type { SourceRecord } from "#lib/sources/source-record.ts";
import type { ParcelsWish } from "#lib/view/console-parcels-address.ts";
import { PROVIDER_NAMES } from "#lib/view/provider-name.ts";

/** What a list is narrowed down to, each with the address of the list without it. */
export function chipsOf(wish: ParcelsWish, sources: readonly SourceRecord[], href: (changes: Partial<ParcelsWish>) => string): Chip[] {
  const { q, status, needs, carrier, source, age, silent } = wish;
  const chips: (Chip | false)[] = [
    q !== "" && { label: `“${q}”`, href: href({ q: "" }) },
    status !== null && { label: statusWords(status), href: href({ status: null }) },
    needs !== null && { label: needsWords(needs), href: href({ needs: null }) },
    carrier !== null && { label: findCarrier(carrier)?.name ?? carrier, href: href({ carrier: null }) },
    source !== null && { label: sourceWords(source, sources), href: href({ source: null }) },
    age !== null && { label: `Registered ${ageWords(age).toLowerCase()}`, href: href({ age: null }) },
    silent !== null && { label: `No news for ${silentWords(silent)}`, href: href({ silent: null }) },
  ];
  return chips.filter((chip) => chip !== false);
}

function sourceWords(source: NonNullable<ParcelsWish["source"]>, sources: readonly SourceRecord[]): string {
  if (source === "nobody") return "No news from anybody yet";
  if (Object.hasOwn(PROVIDER_NAMES, source)) return `Told by ${PROVIDER_NAMES[source as keyof typeof PROVIDER_NAMES]}`;
  return `Asked at ${sources.find(({ id }) => id === source)?.slug ?? "a source that is gone"}`;
}
