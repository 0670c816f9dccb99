import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { ExportDialog } from "#components/admin/exports/export-dialog.island.tsx";
import { hrefInMode, ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { ParcelChips } from "#components/admin/parcels/parcel-chips.tsx";
import { ParcelFilters } from "#components/admin/parcels/parcel-filters.tsx";
import { ParcelTable } from "#components/admin/parcels/parcel-table.tsx";
import { SearchOn } from "#components/admin/parcels/search-on.island.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { CARRIERS } from "#lib/carriers/catalog.ts";
import { EXPORT_COLUMNS } from "#lib/imports/export-columns.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { hasRole } from "#lib/shared/role.ts";
import { parcelFilterOf } from "#lib/shipments/parcel-filter-of.ts";
import { searchParcels } from "#lib/shipments/search-parcels.ts";
import { listSources } from "#lib/sources/list-sources.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { type ParcelsWish, parcelsQuery, readParcelsWish } from "#lib/view/console-parcels-address.ts";
import { dayOf } from "#lib/view/console-time.ts";
import { chipsOf } from "./_list/chips-of.ts";
import { lineOf } from "./_list/line-of.ts";
import { NothingFound } from "./_list/nothing-found.tsx";

export const metadata: Metadata = { title: "Parcels" };

const PAGE = 25;

type SearchParams = Record<string, string | string[] | undefined>;

export default async function ParcelsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { runtime, call } = await openConsole();
  const params = await searchParams;
  const mode = readMode(params);
  const wish = readParcelsWish(params);
  const caller = { merchantId: call.merchant.id, mode };
  const now = runtime.clock.now();
  const [page, sources, merchant] = await Promise.all([
    searchParcels(runtime, { caller, query: wish.q, filter: parcelFilterOf(wish, now), cursor: readCursor(params), limit: PAGE }),
    listSources(runtime, caller),
    findMerchantBySlug(runtime, call.merchant.slug),
  ]);
  const isEditor = hasRole(call.role, "editor");
  const href = (changes: Partial<ParcelsWish> = {}, cursor: Record<string, string> = {}) =>
    hrefInMode("/admin/parcels", mode, { ...parcelsQuery({ ...wish, ...changes }), ...cursor });
  const onwardHref = page.older && href({}, { older: page.older });
  const lines = page.parcels.map((parcel) => lineOf(parcel, { mode, now, brand: merchant?.brand ?? DEFAULT_BRAND }));
  return (
    <>
      <PageHeader
        title="Parcels"
        actions={
          <>
            <ModeTabs path="/admin/parcels" mode={mode} />
            <ExportDialog
              merchant={call.merchant.slug}
              query={new URLSearchParams({ ...parcelsQuery(wish), mode }).toString()}
              columns={EXPORT_COLUMNS.map(({ name, description }) => ({ name, description }))}
              canLink={isEditor}
            />
            {isEditor && (
              <LinkButton href={hrefInMode("/admin/parcels/new", mode)} variant="primary" icon="plus">
                Add parcels
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        <Panel>
          <div className="grid gap-4">
            <ParcelFilters
              wish={wish}
              mode={mode}
              carriers={carrierChoices(mode)}
              sources={sources.filter(({ isPolled }) => isPolled).map(({ id, slug }) => ({ value: id, label: slug }))}
            />
            <ParcelChips chips={chipsOf(wish, sources, href)} allHref={hrefInMode("/admin/parcels", mode)} />
          </div>
        </Panel>
        <Panel isFlush>
          {lines.length > 0 ? (
            <ParcelTable lines={lines} />
          ) : (
            <NothingFound wish={wish} mode={mode} isUnfinished={page.isUnfinished} isEditor={isEditor} />
          )}
          {page.isUnfinished && onwardHref && (
            <div className="border-line border-t px-4 py-3 sm:px-5">
              <SearchOn href={onwardHref} isEager={lines.length === 0} reached={page.reachedAt && dayOf(page.reachedAt)} />
            </div>
          )}
        </Panel>
        <Pager newerHref={page.newer && href({}, { newer: page.newer })} olderHref={page.isUnfinished ? null : onwardHref} />
        {hasRole(call.role, "owner") && (
          <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
            Somebody wants to be forgotten?
            <LinkButton href="/admin/parcels/erase" size="small" variant="quiet">
              Erase a shopper
            </LinkButton>
          </p>
        )}
      </div>
    </>
  );
}

function readCursor({ older, newer }: SearchParams) {
  if (typeof older === "string") return { older };
  return typeof newer === "string" ? { newer } : null;
}

const carrierChoices = (mode: Mode) =>
  CARRIERS.filter(({ isTest }) => !isTest || mode === "test")
    .map(({ slug, name }) => ({ value: slug as string, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en"));
