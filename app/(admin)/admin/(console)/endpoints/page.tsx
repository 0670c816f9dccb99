import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { CreateEndpointDialog } from "#components/admin/endpoints/create-endpoint.island.tsx";
import { type EndpointRow, EndpointsTable } from "#components/admin/endpoints/endpoints-table.tsx";
import { hrefInMode, ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { create } from "../../_actions/endpoints.ts";
import { endpointState } from "../_connections/endpoint-state.ts";

export const metadata: Metadata = { title: "Endpoints" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function EndpointsPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const mode = readMode(await searchParams);
  const now = runtime.clock.now();
  const endpoints = await listEndpoints(runtime, { caller: { merchantId: call.merchant.id, mode } });
  const rows = endpoints.map((endpoint): EndpointRow => {
    const { state, since } = endpointState(endpoint);
    return {
      id: endpoint.id,
      href: hrefInMode(`/admin/endpoints/${endpoint.id}`, mode),
      name: endpoint.name,
      host: new URL(endpoint.url).host,
      format: endpoint.format,
      state,
      since: since && momentText(since, now),
      created: momentText(endpoint.createdAt, now),
    };
  });
  const isOwner = hasRole(call.role, "owner");
  return (
    <>
      <PageHeader
        title="Endpoints"
        description="Where your own programs are told of news, as it happens."
        actions={
          <>
            <ModeTabs path="/admin/endpoints" mode={mode} />
            {isOwner && <CreateEndpointDialog create={create} merchant={call.merchant.slug} mode={mode} />}
          </>
        }
      />
      <Panel isFlush>
        {rows.length === 0 ? (
          <EmptyState
            icon="send"
            title={mode === "test" ? "No test endpoints" : "No endpoints yet"}
            actions={
              <LinkButton href="/api/v1" icon="external" isPlain>
                Read about webhooks
              </LinkButton>
            }
          >
            An endpoint is an address of yours. Whenever a parcel moves we send it a signed event, try again for three days if it fails, and
            keep a log of every attempt. {isOwner ? "" : "An owner can add one."}
          </EmptyState>
        ) : (
          <EndpointsTable endpoints={rows} />
        )}
      </Panel>
    </>
  );
}
