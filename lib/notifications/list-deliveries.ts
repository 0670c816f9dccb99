import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import {
  type DeliveryFilter,
  type DeliveryWithEndpoint,
  findDeliveryCursor,
  listAttempts,
  listDeliveryRows,
} from "#lib/db/queries/event-deliveries.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import type { DeliveryAttemptsTable, EventDeliveryState } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { EndpointId, EventDeliveryId, EventId, TrackerId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";

export interface AttemptRecord {
  /** Counts from 1, through all replays. */
  attempt: number;
  attemptedAt: Instant;
  durationMs: number;
  /** Null where there was no answer. */
  httpStatus: number | null;
  /** Null for an accepted one. */
  problem: string | null;
  /** The beginning of what was answered. */
  answer: string | null;
}

/** One event on its way to one endpoint, with all that was tried, first to last. */
export interface DeliveryRecord {
  id: EventDeliveryId;
  endpointId: EndpointId;
  eventId: EventId;
  /** What the event is about. */
  trackerId: TrackerId;
  url: string;
  state: EventDeliveryState;
  createdAt: Instant;
  nextAttemptAt: Instant | null;
  deliveredAt: Instant | null;
  attempts: AttemptRecord[];
}

export interface ListDeliveriesInput extends DeliveryFilter {
  caller: Books;
  page: PageRequest;
}

/** Newest first. */
export async function listDeliveries(
  ctx: { db: Database },
  { caller, page, ...filter }: ListDeliveriesInput,
): Promise<Page<DeliveryRecord>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (id) => findDeliveryCursor(db, caller, id),
    listRows: (range) => listDeliveryRows(db, caller, { ...filter, range }),
  });
  return mapPage(found, async (rows) => {
    const ids = rows.map((row) => row.id);
    const attemptsOf = Map.groupBy(await listAttempts(db, ids), (row) => row.delivery_id);
    return rows.map((row) => readDeliveryRow(row, attemptsOf.get(row.id) ?? []));
  });
}

function readDeliveryRow(row: DeliveryWithEndpoint, attempts: readonly DeliveryAttemptsTable[]): DeliveryRecord {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    eventId: row.event_id,
    trackerId: row.tracker_id,
    url: row.url,
    state: row.state,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    deliveredAt: row.delivered_at,
    attempts: attempts.map((attempt) => ({
      attempt: attempt.attempt,
      attemptedAt: attempt.attempted_at,
      durationMs: attempt.duration_ms,
      httpStatus: attempt.http_status,
      problem: attempt.problem,
      answer: attempt.answer,
    })),
  };
}
