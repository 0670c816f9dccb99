import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openConsole } from "#app/_server/console/open-console.ts";
import { ChangeEndpoint } from "#components/admin/endpoints/change-endpoint.island.tsx";
import { DELIVERY_STATES, DeliveryLog, type DeliveryRow, type DeliveryState } from "#components/admin/endpoints/delivery-log.tsx";
import { ENDPOINT_STATES } from "#components/admin/endpoints/endpoints-table.tsx";
import { FORMATS } from "#components/admin/endpoints/formats.ts";
import { RotateSecret } from "#components/admin/endpoints/rotate-secret.island.tsx";
import { TestEndpoint } from "#components/admin/endpoints/test-endpoint.island.tsx";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { Badge } from "#components/admin/ui/badge.tsx";
import { Code } from "#components/admin/ui/code.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { getEndpoint } from "#lib/notifications/get-endpoint.ts";
import { type DeliveryRecord, listDeliveries } from "#lib/notifications/list-deliveries.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { hasRole } from "#lib/shared/role.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import { momentText } from "#lib/view/console-time.ts";
import { change, remove, replay, replayFailed, rotate, sendSample, switchEndpoint } from "../../../_actions/endpoints.ts";
import { endpointState } from "../../_connections/endpoint-state.ts";
import { pageLinks, readPageRequest } from "../../_connections/read-page.ts";

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
  const deliveries = await listDeliveries(runtime, { caller: { merchantId, mode }, endpointId: endpoint.id, page: request, state });
  const rows = deliveries.kind === "page" ? deliveries.rows : [];
  const now = runtime.clock.now();
  const isEditor = hasRole(call.role, "editor");
  const merchant = call.merchant.slug;
  const path = `/admin/endpoints/${endpoint.id}`;
  const links = pageLinks(deliveries, request, { path, mode, filter: { state: state ?? null } });
  return (
    <>
      <PageHeader
        back={{ href: hrefInMode("/admin/endpoints", mode), label: "Endpoints" }}
        title={endpoint.name ?? new URL(endpoint.url).host}
        description={<Standing endpoint={endpoint} now={now} />}
        actions={hasRole(call.role, "owner") && <OwnerActions endpoint={endpoint} merchant={merchant} />}
      />
      <div className="grid gap-5">
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Panel title="What it is told">
            <Facts rows={factsOf(endpoint, { now, isEditor })} />
          </Panel>
          {isEditor && (
            <Panel title="Try it">
              <TestEndpoint sendSample={sendSample} merchant={merchant} mode={mode} id={endpoint.id} />
            </Panel>
          )}
        </div>
        <Panel
          title="Delivery log"
          isFlush
          actions={
            isEditor && (
              <ActionButton action={replayFailed} merchant={merchant} input={{ mode, id: endpoint.id }} icon="refresh">
                Send all unaccepted again
              </ActionButton>
            )
          }
          footer={links && <Pager {...links} />}
        >
          <div className="border-line border-b px-3 py-2 sm:px-4">
            <TabLinks label="Which deliveries" tabs={tabsOf(path, mode, state)} />
          </div>
          {rows.length === 0 ? (
            <EmptyState icon="send" title={state === undefined ? "Nothing has been sent yet" : "None of these"}>
              {state === undefined && "As soon as a parcel moves, its event shows up here with every attempt to send it."}
            </EmptyState>
          ) : (
            <DeliveryLog
              deliveries={rows.map((row) => buildRow(row, { mode, now }))}
              actionsFor={
                isEditor
                  ? (row) => (
                      <ActionButton action={replay} merchant={merchant} input={{ mode, id: row.id }} icon="refresh" about={row.eventId}>
                        Send again
                      </ActionButton>
                    )
                  : undefined
              }
            />
          )}
        </Panel>
      </div>
    </>
  );
}

const STATES = Object.keys(DELIVERY_STATES) as DeliveryState[];

const readState = (asked: unknown) => STATES.find((state) => state === asked);

function tabsOf(path: string, mode: EndpointRecord["mode"], current: DeliveryState | undefined) {
  const all = { href: hrefInMode(path, mode), label: "All", isCurrent: current === undefined };
  return [
    all,
    ...STATES.map((state) => ({
      href: hrefInMode(path, mode, { state }),
      label: DELIVERY_STATES[state].tab,
      isCurrent: state === current,
    })),
  ];
}

function buildRow(
  { id, eventId, trackerId, state, createdAt, nextAttemptAt, attempts }: DeliveryRecord,
  { mode, now }: { mode: EndpointRecord["mode"]; now: Instant },
): DeliveryRow {
  return {
    id,
    eventId,
    parcelHref: hrefInMode(`/admin/parcels/${trackerId}`, mode),
    state,
    created: momentText(createdAt, now),
    nextAttempt: nextAttemptAt && momentText(nextAttemptAt, now),
    attempts: attempts.map(({ attemptedAt, ...attempt }) => ({ ...attempt, attempted: momentText(attemptedAt, now) })),
  };
}

function Standing({ endpoint, now }: { endpoint: EndpointRecord; now: Instant }) {
  const { state, since } = endpointState(endpoint);
  const { tone, words } = ENDPOINT_STATES[state];
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{words}</Badge>
      {endpoint.mode === "test" && <Badge>Test</Badge>}
      {state === "off" && endpoint.disabledReason && `Because ${endpoint.disabledReason}.`}
      {since && <Moment moment={momentText(since, now)} />}
    </span>
  );
}

function factsOf(
  { url, format, hasSecret, headers, previousSecretUntil, createdAt }: EndpointRecord,
  { now, isEditor }: { now: Instant; isEditor: boolean },
) {
  return [
    // Its path and query may hold a secret.
    { label: "Address", value: <Code>{isEditor ? url : new URL(url).origin}</Code> },
    { label: "Events look", value: FORMATS[format].name },
    { label: "Signed by", value: format === "shipengine" || hasSecret ? FORMATS[format].signedBy : "nobody: there is no secret" },
    ...(previousSecretUntil !== null && previousSecretUntil > now
      ? [{ label: "Old secret ends", value: <Moment moment={momentText(previousSecretUntil, now)} /> }]
      : []),
    // What they hold may be a secret.
    ...(headers.length > 0 ? [{ label: "Extra headers", value: headers.map(({ name }) => name).join(", ") }] : []),
    { label: "Created", value: <Moment moment={momentText(createdAt, now)} /> },
  ];
}

function OwnerActions({ endpoint, merchant }: { endpoint: EndpointRecord; merchant: string }) {
  const { id, mode, format, disabledAt } = endpoint;
  const isOn = disabledAt === null;
  return (
    <>
      <ChangeEndpoint change={change} merchant={merchant} endpoint={{ id, mode, url: endpoint.url, name: endpoint.name }} />
      {format !== "shipengine" && (
        <RotateSecret rotate={rotate} merchant={merchant} mode={mode} id={id} signsTwice={format === "standard"} />
      )}
      <ActionButton
        action={switchEndpoint}
        merchant={merchant}
        input={{ mode, id, isOn: !isOn }}
        size="medium"
        icon={isOn ? "pause" : "play"}
      >
        {isOn ? "Switch off" : "Switch on"}
      </ActionButton>
      <ConfirmAction
        action={remove}
        merchant={merchant}
        input={{ mode, id }}
        trigger={{ label: "Delete", variant: "danger", icon: "trash" }}
        title="Delete the endpoint?"
        body="Nothing more is sent to it, and its delivery log is forgotten. This cannot be taken back."
        confirmLabel="Delete the endpoint"
      />
    </>
  );
}
