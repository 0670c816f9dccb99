import { DELIVERY_STATES, DeliveryLog, type DeliveryRow, type DeliveryState } from "#components/admin/endpoints/delivery-log.tsx";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import type { DeliveryRecord } from "#lib/notifications/list-deliveries.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Page, PageRequest } from "#lib/shared/page.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { momentText } from "#lib/view/console-time.ts";
import { replay, replayFailed } from "../../../../_actions/endpoints.ts";
import { pageLinks } from "../../../_connections/read-page.ts";

const STATES = Object.keys(DELIVERY_STATES) as DeliveryState[];

/** Which deliveries an address asks for; undefined for all. */
export const readState = (asked: unknown) => STATES.find((state) => state === asked);

interface DeliveryPanelProps {
  endpoint: EndpointRecord;
  page: Page<DeliveryRecord>;
  request: PageRequest;
  state: DeliveryState | undefined;
  merchant: string;
  isEditor: boolean;
  now: Instant;
}

/** What was sent, with every attempt, and the buttons that send it again. */
export function DeliveryPanel({ endpoint: { id, mode }, page, request, state, merchant, isEditor, now }: DeliveryPanelProps) {
  const path = `/admin/endpoints/${id}`;
  const rows = page.kind === "page" ? page.rows : [];
  const links = pageLinks(page, request, { path, mode, filter: { state: state ?? null } });
  const actionsFor = ({ id: delivery, eventId }: DeliveryRow) => (
    <ActionButton action={replay} merchant={merchant} input={{ mode, id: delivery }} icon="refresh" about={eventId}>
      Send again
    </ActionButton>
  );
  return (
    <Panel
      title="Delivery log"
      isFlush
      actions={
        isEditor && (
          <ActionButton action={replayFailed} merchant={merchant} input={{ mode, id }} icon="refresh">
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
        <DeliveryLog deliveries={rows.map((row) => buildRow(row, { mode, now }))} actionsFor={isEditor ? actionsFor : undefined} />
      )}
    </Panel>
  );
}

function tabsOf(path: string, mode: Mode, current: DeliveryState | undefined) {
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
  { mode, now }: { mode: Mode; now: Instant },
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
