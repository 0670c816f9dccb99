import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openConsole } from "#app/_server/console/open-console.ts";
import { TestEndpoint } from "#components/admin/endpoints/test-endpoint.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { getEndpoint } from "#lib/notifications/get-endpoint.ts";
import { listDeliveries } from "#lib/notifications/list-deliveries.ts";
import { hasRole } from "#lib/shared/role.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import { sendSample } from "../../../_actions/endpoints.ts";
import { readPageRequest } from "../../_connections/read-page.ts";
import { DeliveryPanel, readState } from "./_panels/delivery-panel.tsx";
import { EndpointFacts, EndpointStanding } from "./_panels/endpoint-facts.tsx";
import { OwnerActions } from "./_panels/owner-actions.tsx";

export const metadata: Metadata = { title: "Endpoint" };

const PAGE = 20;

interface EndpointPageProps {
  params: Promise<{ endpoint: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EndpointPage({ params, searchParams }: EndpointPageProps) {
  const { runtime, call } = await openConsole();
  const merchantId = call.merchant.id;
  const { endpoint: id } = await params;
  const found = await Promise.all(MODES.map((mode) => getEndpoint(runtime, { caller: { merchantId, mode }, id })));
  const endpoint = found.find((each) => each !== null);
  if (!endpoint) notFound();
  const { mode } = endpoint;
  const asked = await searchParams;
  const state = readState(asked.state);
  const request = readPageRequest(asked, PAGE);
  const page = await listDeliveries(runtime, { caller: { merchantId, mode }, endpointId: endpoint.id, page: request, state });
  const now = runtime.clock.now();
  const isEditor = hasRole(call.role, "editor");
  const merchant = call.merchant.slug;
  return (
    <>
      <PageHeader
        back={{ href: hrefInMode("/admin/endpoints", mode), label: "Endpoints" }}
        title={endpoint.name ?? new URL(endpoint.url).host}
        description={<EndpointStanding endpoint={endpoint} now={now} />}
        actions={hasRole(call.role, "owner") && <OwnerActions endpoint={endpoint} merchant={merchant} />}
      />
      <div className="grid gap-5">
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Panel title="What it is told">
            <EndpointFacts endpoint={endpoint} isEditor={isEditor} now={now} />
          </Panel>
          {isEditor && (
            <Panel title="Try it">
              <TestEndpoint sendSample={sendSample} merchant={merchant} mode={mode} id={endpoint.id} />
            </Panel>
          )}
        </div>
        <DeliveryPanel endpoint={endpoint} page={page} request={request} state={state} merchant={merchant} isEditor={isEditor} now={now} />
      </div>
    </>
  );
}
