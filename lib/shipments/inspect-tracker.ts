import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import type { PreviousFacts } from "#lib/contracts/tracker-facts.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { headersColumn, notesColumn, previousColumn, trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import {
  findLaterEpoch,
  findParcelToInspect,
  findPayloadOfParcel,
  listDeliveriesOfParcel,
  listEventsOfParcel,
  listPayloadsAlone,
  listPayloadsShared,
  listScansWithTimes,
} from "#lib/db/queries/parcel-inspection.ts";
import type { EventDeliveryState, EventType, PayloadOutcome } from "#lib/db/schema.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { compareInstants, type Instant } from "#lib/shared/clock.ts";
import type { EndpointId, EventDeliveryId, EventId, PayloadId, TrackerId } from "#lib/shared/ids.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { MappingNote, Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan, SnapshotHeader, Tracker } from "#lib/tracking/tracker.ts";
import { buildPrivateLink } from "./build-tracker-record.ts";
import { getOrder } from "./get-order.ts";
import type { OrderRecord } from "./order-record.ts";
import type { OrderReadContext } from "./verb-context.ts";

/** A parcel with all that is known of it, for its merchant alone. */
export interface InspectedTracker {
  id: TrackerId;
  mode: Mode;
  tracker: Tracker;
  createdAt: Instant;
  updatedAt: Instant;
  checkedAt: Instant;
  isWatched: boolean;
  metadata: string | null;
  publicLink: string;
  privateLink: string;
  /** Scans of earlier days belong to an earlier parcel of the number. */
  fencedBefore: CalendarDay | null;
  /** The number belongs to another parcel by now, and its pages show that one. */
  laterId: TrackerId | null;
  /** Who is asked for news; null where nobody is. */
  asking: {
    source: string;
    isOff: boolean;
    pausedUntil: Instant | null;
    problem: string | null;
    askedAt: Instant | null;
    nextAt: Instant | null;
  } | null;
  headers: readonly SnapshotHeader[];
  notes: readonly MappingNote[];
  /** Every scan ever reported, with when it first came in. */
  scans: readonly { scan: Scan; receivedAt: Instant }[];
  order: OrderRecord | null;
}

export interface InspectInput {
  caller: Books;
  id: string;
}

/** Null for a deleted tracker, another merchant's, or one of the other mode. */
export async function inspectTracker(ctx: OrderReadContext, { caller, id }: InspectInput): Promise<InspectedTracker | null> {
  const db = ctx.db.kysely;
  const row = await findParcelToInspect(db, caller, id);
  if (!row) return null;
  const [address, scans, laterId, order] = await Promise.all([
    loadMerchantAddress(ctx, caller.merchantId),
    listScansWithTimes(db, caller, id),
    findLaterEpoch(db, caller, id),
    row.order_id && getOrder(ctx, { caller, id: row.order_id }),
  ]);
  const { carrier, tracking_number } = row;
  return {
    id: row.id,
    mode: row.mode,
    tracker: trackerColumn.read(row.document),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    checkedAt: row.checked_at,
    isWatched: row.is_watched === 1,
    metadata: row.metadata,
    publicLink: `${address.origin}${address.pathPrefix}${buildTrackingPath(carrier, tracking_number)}`,
    privateLink: buildPrivateLink(row, address),
    fencedBefore: row.fenced_before,
    laterId: laterId ?? null,
    asking:
      row.source_slug === null
        ? null
        : {
            source: row.source_slug,
            isOff: row.disabled_at !== null || row.is_polled !== 1,
            pausedUntil: row.paused_until,
            problem: row.last_problem,
            askedAt: row.asked_at,
            nextAt: row.next_check_at,
          },
    headers: headersColumn.read(row.headers),
    notes: notesColumn.read(row.notes),
    scans: scans.map(({ scan, received_at: receivedAt }) => ({ scan: JSON.parse(scan) as Scan, receivedAt })),
    order: order || null,
  };
}

export interface ReceivedPayload {
  id: PayloadId;
  provider: ProviderName;
  source: string | null;
  receivedAt: Instant;
  outcome: PayloadOutcome;
  problem: string | null;
  /** Its source was asked, rather than telling by itself. */
  isAnswer: boolean;
  /** It tells of other parcels as well. */
  isShared: boolean;
}

/** What was received about this parcel, newest first. */
export async function listTrackerPayloads({ db }: { db: Database }, { caller, id }: InspectInput): Promise<ReceivedPayload[]> {
  const [alone, shared] = await Promise.all([listPayloadsAlone(db.kysely, caller, id), listPayloadsShared(db.kysely, caller, id)]);
  const rows = [...alone.map((row) => ({ ...row, isShared: false })), ...shared.map((row) => ({ ...row, isShared: true }))];
  return rows
    .toSorted((a, b) => compareInstants(b.received_at, a.received_at))
    .map((row) => ({
      id: row.id,
      provider: row.provider,
      source: row.source_slug,
      receivedAt: row.received_at,
      outcome: row.outcome,
      problem: row.problem,
      isAnswer: row.is_answer === 1,
      isShared: row.isShared,
    }));
}

export interface RawPayload {
  id: PayloadId;
  receivedAt: Instant;
  /** As it came; null where the bytes were no text. */
  text: string | null;
  bytes: Uint8Array;
}

export async function getTrackerPayload(
  { db }: { db: Database },
  { caller, ...which }: InspectInput & { payloadId: string },
): Promise<RawPayload | null> {
  const row = await findPayloadOfParcel(db.kysely, caller, which);
  if (!row) return null;
  const bytes = Buffer.from(row.body, row.body_encoding);
  return { id: row.id, receivedAt: row.received_at, text: row.body_encoding === "utf8" ? row.body : null, bytes };
}

export interface ToldEvent {
  id: EventId;
  type: EventType;
  createdAt: Instant;
  previous: PreviousFacts;
  status: Status;
  substatus: Substatus;
  deliveries: readonly {
    id: EventDeliveryId;
    endpointId: EndpointId;
    url: string;
    state: EventDeliveryState;
    attempts: number;
    deliveredAt: Instant | null;
    nextAttemptAt: Instant | null;
  }[];
}

/** What happened to the parcel, newest first, and which endpoints were told. */
export async function listTrackerEvents({ db }: { db: Database }, { caller, id }: InspectInput): Promise<ToldEvent[]> {
  const [events, deliveries] = await Promise.all([
    listEventsOfParcel(db.kysely, caller, id),
    listDeliveriesOfParcel(db.kysely, caller, id),
  ]);
  const deliveriesOf = Map.groupBy(deliveries, (delivery) => delivery.event_id);
  return events.map((row) => {
    const { status, substatus } = trackerColumn.read(row.document);
    return {
      id: row.id,
      type: row.type,
      createdAt: row.created_at,
      previous: previousColumn.read(row.previous),
      status,
      substatus,
      deliveries: (deliveriesOf.get(row.id) ?? []).map((delivery) => ({
        id: delivery.id,
        endpointId: delivery.endpoint_id,
        url: delivery.url,
        state: delivery.state,
        attempts: delivery.attempts,
        deliveredAt: delivery.delivered_at,
        nextAttemptAt: delivery.next_attempt_at,
      })),
    };
  });
}
