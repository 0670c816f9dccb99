import type { Queryable } from "#lib/db/engine/database.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ErasureId, EventDeliveryId, ImportId, MerchantId, MessageId, PayloadId, SourceId, TrackerId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** Every task there is, and what it needs to know. Handlers are idempotent: a job runs at least once. */
export interface TaskPayloads {
  /** Read a stored payload and fold it into its trackers. */
  process_payload: { merchantId: MerchantId; payloadId: PayloadId };
  /** Tell one endpoint of one event. */
  deliver_event: { merchantId: MerchantId; deliveryId: EventDeliveryId };
  /** Ask a tracker's source for news. */
  check_tracker: { merchantId: MerchantId; trackerId: TrackerId };
  /** Make jobs of the trackers that are due; comes round by itself. */
  find_due_trackers: Record<string, never>;
  /** Choose a source for trackers without one, or for those of a source that is asked no more. */
  assign_sources: { merchantId: MerchantId; mode: Mode; sourceId: SourceId | null /** In the order of ids. */; afterId: string };
  /** Delete what is older than the retention; comes round by itself. */
  prune: Record<string, never>;
  /** Hand one mail to the SMTP server. */
  send_mail: { /** JSON of a `Mail`, for the vault: it may hold a link that opens an account. */ sealed: string };
  /** Mail a link for a new password to whoever has an address. */
  send_reset_link: { /** The address, for the vault. */ sealed: string };
  /** Look whether one domain still belongs to its merchant; those due come round by themselves. */
  check_domains: Record<string, never>;
  /** Register the next rows of an import. */
  import_parcels: { merchantId: MerchantId; importId: ImportId };
  /** Take the next things about a shopper away. */
  erase_shopper: { merchantId: MerchantId; erasureId: ErasureId };
  /** Send one mail or SMS to a shopper. */
  send_message: { merchantId: MerchantId; messageId: MessageId };
  /** Look whether merchants may still write from their domains; those due come round by themselves. */
  check_senders: Record<string, never>;
  /** Count what the console shows; comes round by itself. */
  count: Record<string, never>;
}

export type TaskName = keyof TaskPayloads;

export interface NewJob<Name extends TaskName = TaskName> {
  task: Name;
  payload: TaskPayloads[Name];
  /** Of the jobs that wait with one key there is only one: the latest. */
  key?: string;
  /** Not before then; at once where it is absent. */
  runAt?: Instant;
}

/** Who has no handler for a task leaves its jobs to others. */
export type TaskHandlers = { [Name in TaskName]?: (payload: TaskPayloads[Name]) => Promise<unknown> };

/** A job that failed too often: nothing more happens with it until somebody replays it. */
export interface DeadJob {
  id: string;
  task: string;
  payload: unknown;
  attempts: number;
  lastError: string | null;
  createdAt: Instant;
}

export interface JobCounts {
  /** Due now, or running. */
  ready: number;
  /** Due later, those that wait for another attempt included. */
  waiting: number;
  dead: number;
}

/** What may be said aloud of a job that failed: nothing of what it was about. */
export interface JobFailure {
  id: string;
  task: TaskName;
  /** Counts from 1. */
  attempt: number;
  /** Whether it was the last one. */
  isDead: boolean;
  problem: string;
}

export type ReportFailure = (failure: JobFailure) => void;

export interface JobRunner {
  /** Lets the jobs that are running end, and takes no more. */
  stop(): Promise<void>;
}

export interface JobQueue {
  /** Part of the caller's transaction: the job exists if the change does. */
  enqueue<Name extends TaskName>(db: Queryable, job: NewJob<Name>): Promise<void>;
  /** Runs jobs in this process until stopped; failed ones again, later and later, then they are dead. */
  run(handlers: TaskHandlers, report?: ReportFailure): Promise<JobRunner>;
  count(): Promise<JobCounts>;
  listDead(limit: number): Promise<DeadJob[]>;
  /** Gives dead jobs, or all of them, another life; answers how many. */
  replayDead(ids: readonly string[] | "all"): Promise<number>;
  /** Stops what runs here as well. */
  close(): Promise<void>;
}
