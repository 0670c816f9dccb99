import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { hrefInMode, ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { ConnectSource } from "#components/admin/sources/connect-source.island.tsx";
import { providerName } from "#components/admin/sources/providers.ts";
import { SourcesTable } from "#components/admin/sources/sources-table.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listSourcesWithState } from "#lib/overview/list-sources-with-state.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { create } from "../../_actions/sources.ts";

export const metadata: Metadata = { title: "Sources" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function SourcesPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const mode = readMode(await searchParams);
  const now = runtime.clock.now();
  const sources = await listSourcesWithState(runtime, { caller: { merchantId: call.merchant.id, mode } });
  const rows = sources.map(({ slug, provider, state, isPolled, lastHeardAt }) => ({
    slug,
    href: hrefInMode(`/admin/sources/${slug}`, mode),
    provider: providerName(provider),
    state,
    isPolled,
    lastHeard: lastHeardAt && momentText(lastHeardAt, now),
  }));
  const isOwner = hasRole(call.role, "owner");
  return (
    <>
      <PageHeader
        title="Sources"
        description="Where news of your parcels comes from."
        actions={
          <>
            <ModeTabs path="/admin/sources" mode={mode} />
            {isOwner && <ConnectSource create={create} merchant={call.merchant.slug} mode={mode} />}
          </>
        }
      />
      <Panel isFlush>
        {rows.length === 0 ? (
          <EmptyState icon="plug" title={mode === "test" ? "No test sources" : "No sources yet"}>
            A source is your account at EasyPost, Shippo or ShipEngine, or your order platform. It sends us webhooks, or we ask its API, and
            parcels show up by themselves. {isOwner ? "Have the account’s API key at hand." : "An owner can connect one."}
          </EmptyState>
        ) : (
          <SourcesTable sources={rows} />
        )}
      </Panel>
    </>
  );
}
