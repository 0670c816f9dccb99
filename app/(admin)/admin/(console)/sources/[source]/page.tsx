import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openConsole } from "#app/_server/console/open-console.ts";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { PayloadsTable } from "#components/admin/sources/payloads-table.tsx";
import { providerName } from "#components/admin/sources/providers.ts";
import { RefusalsTable } from "#components/admin/sources/refusals-table.tsx";
import { SOURCE_STATES } from "#components/admin/sources/source-states.ts";
import { Badge } from "#components/admin/ui/badge.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { getSourceWithState } from "#lib/overview/list-sources-with-state.ts";
import { hasRole } from "#lib/shared/role.ts";
import { listRefusals } from "#lib/sources/list-refusals.ts";
import { listSourcePayloads } from "#lib/sources/list-source-payloads.ts";
import { dayText } from "#lib/view/console-days.ts";
import { momentText } from "#lib/view/console-time.ts";
import { replayPayload } from "../../../_actions/sources.ts";
import { pageLinks, readPageRequest } from "../../_connections/read-page.ts";
import { ApiPanel } from "./_panels/api-panel.tsx";
import { OwnerActions } from "./_panels/owner-actions.tsx";
import { WebhookPanel } from "./_panels/webhook-panel.tsx";

export const metadata: Metadata = { title: "Source" };

const PAGE = 20;

interface SourcePageProps {
  params: Promise<{ source: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const { runtime, call } = await openConsole();
  const merchantId = call.merchant.id;
  const source = await getSourceWithState(runtime, { merchantId, source: (await params).source });
  if (!source) notFound();
  const request = readPageRequest(await searchParams, PAGE);
  const [payloads, refusals] = await Promise.all([
    listSourcePayloads(runtime, { merchantId, sourceId: source.id, page: request }),
    listRefusals(runtime, { merchantId, sourceId: source.id }),
  ]);
  const now = runtime.clock.now();
  const isEditor = hasRole(call.role, "editor");
  const merchant = call.merchant.slug;
  const rows = payloads.kind === "page" ? payloads.rows : [];
  const links = pageLinks(payloads, request, { path: `/admin/sources/${source.slug}`, mode: source.mode });
  const { tone, words, text } = SOURCE_STATES[source.state];
  return (
    <>
      <PageHeader
        back={{ href: hrefInMode("/admin/sources", source.mode), label: "Sources" }}
        title={source.slug}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={tone}>{words}</Badge>
            {source.mode === "test" && <Badge>Test</Badge>}
            {`${providerName(source.provider)}. ${text}`}
          </span>
        }
        actions={hasRole(call.role, "owner") && <OwnerActions source={source} merchant={merchant} />}
      />
      <div className="grid gap-5">
        {source.health.lastProblem && (
          <Notice tone={tone === "bad" ? "bad" : "warn"} title="What its API last said">
            {source.health.lastProblem}
          </Notice>
        )}
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <WebhookPanel source={source} merchant={merchant} role={call.role} now={now} />
          <ApiPanel source={source} merchant={merchant} role={call.role} now={now} />
        </div>
        <Panel title="Received" isFlush footer={links && <Pager {...links} />}>
          {rows.length === 0 ? (
            <EmptyState icon="clock" title="Nothing has come through it yet">
              Once its address is entered at {providerName(source.provider)}, every webhook shows up here, with what became of it.
            </EmptyState>
          ) : (
            <PayloadsTable
              payloads={rows.map(({ receivedAt, trackerId, ...payload }) => ({
                ...payload,
                received: momentText(receivedAt, now),
                parcelHref: trackerId && hrefInMode(`/admin/parcels/${trackerId}`, source.mode),
              }))}
              actionsFor={
                isEditor
                  ? ({ id, received }) => (
                      <ActionButton
                        action={replayPayload}
                        merchant={merchant}
                        input={{ id }}
                        icon="refresh"
                        about={`received ${received.title}`}
                      >
                        Read again
                      </ActionButton>
                    )
                  : undefined
              }
            />
          )}
        </Panel>
        <Panel title="Refused webhooks" description="Of the last 30 days. What is refused is not kept." isFlush={refusals.length > 0}>
          {refusals.length === 0 ? (
            <p className="text-muted">None: every webhook could be told to be genuine.</p>
          ) : (
            <RefusalsTable refusals={refusals.map(({ on, ...refusal }) => ({ ...refusal, day: dayText(on) }))} />
          )}
        </Panel>
      </div>
    </>
  );
}
