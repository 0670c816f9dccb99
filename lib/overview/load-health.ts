import type { Config } from "#lib/config/config.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { countOpenDeliveries, listUnreadPayloads } from "#lib/db/queries/overview.ts";
import { listDomains } from "#lib/domains/list-domains.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { listNotices } from "#lib/notifications/list-notices.ts";
import type { NoticeRecord } from "#lib/notifications/notice-record.ts";
import { DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { DomainId, EndpointId, NoticeId } from "#lib/shared/ids.ts";
import type { SourceContext } from "#lib/sources/source-record.ts";
import { listDeadJobs } from "./dead-jobs.ts";
import { listSourcesWithState, type SourceOverview } from "./list-sources-with-state.ts";
import { countWork, MOST_COUNTED } from "./list-work.ts";
import type { SourceState } from "./source-state.ts";

/** What went wrong before is history. */
const FAILED_SINCE_DAYS = 7;

/** Something that does not work as it should; each kind has its own remedy. */
export type Ailment =
  | { kind: "source"; source: SourceOverview }
  | { kind: "endpoint_failing"; endpoint: EndpointRecord; since: Instant; waiting: number }
  /** By us, and the merchant has not yet said that it may stay so. */
  | { kind: "endpoint_disabled"; endpoint: EndpointRecord; noticeId: NoticeId }
  /** Given up, after the last attempt. */
  | { kind: "deliveries_failed"; endpoint: EndpointRecord; count: number }
  | { kind: "domain_lost"; id: DomainId; host: string; since: Instant | null; servedUntil: Instant | null }
  | { kind: "payloads_unread"; count: number }
  | { kind: "jobs_dead"; count: number; since: Instant }
  | { kind: "parcels_silent"; count: number }
  | { kind: "notice"; notice: NoticeRecord };

/** Counts go no further. */
export const MOST_AILING = MOST_COUNTED;

export interface Health {
  /** The worst first. */
  ailments: Ailment[];
  sources: number;
  endpoints: number;
  /** When something last came in through any source. */
  lastHeardAt: Instant | null;
}

export type HealthContext = SourceContext & { config: Pick<Config, "publicOrigin">; jobs: Pick<JobQueue, "listDead"> };

/** Whether news comes in, is understood, and goes out. */
export async function loadHealth(ctx: HealthContext, { caller }: { caller: Books }): Promise<Health> {
  const { kysely } = ctx.db;
  const since = plusMs(ctx.clock.now(), -FAILED_SINCE_DAYS * DAY_MS);
  const [sources, endpoints, notices, domains, unread, dead, work, pending, failed] = await Promise.all([
    listSourcesWithState(ctx, { caller }),
    listEndpoints(ctx, { caller }),
    listNotices(ctx, { caller }),
    listDomains(ctx, caller.merchantId),
    listUnreadPayloads(kysely, caller, MOST_AILING + 1),
    listDeadJobs(ctx, caller.merchantId),
    countWork(ctx, { caller }),
    countOpenDeliveries(kysely, caller, { state: "pending", since, atMost: MOST_AILING + 1 }),
    countOpenDeliveries(kysely, caller, { state: "failed", since, atMost: MOST_AILING + 1 }),
  ]);

  const lost = domains.domains.filter(({ state }) => state === "lost");
  const ailments: Ailment[] = [
    ...sources.filter(({ state }) => AILING.has(state)).map((source): Ailment => ({ kind: "source", source })),
    ...endpoints.flatMap((endpoint) => ailmentsOf(endpoint, { notices, pending, failed })),
    ...lost.map(({ id, host, lostSince, servedUntil }): Ailment => ({ kind: "domain_lost", id, host, since: lostSince, servedUntil })),
    ...some(unread.length, (count): Ailment => ({ kind: "payloads_unread", count })),
    ...dead.slice(0, 1).map(({ createdAt }): Ailment => ({ kind: "jobs_dead", count: dead.length, since: createdAt })),
    ...some(work.silent, (count): Ailment => ({ kind: "parcels_silent", count })),
  ];
  const told = new Set(ailments.map(subjectOf));
  return {
    ailments: [...ailments, ...notices.filter(({ subject }) => !told.has(subject)).map((notice): Ailment => ({ kind: "notice", notice }))],
    sources: sources.length,
    endpoints: endpoints.length,
    lastHeardAt: sources.reduce<Instant | null>(
      (latest, { lastHeardAt }) => ((lastHeardAt ?? "") > (latest ?? "") ? lastHeardAt : latest),
      null,
    ),
  };
}

const AILING: ReadonlySet<SourceState> = new Set(["unauthorized", "unavailable", "failing", "refused"]);

interface OutgoingFacts {
  notices: readonly NoticeRecord[];
  pending: ReadonlyMap<EndpointId, number>;
  failed: ReadonlyMap<EndpointId, number>;
}

function ailmentsOf(endpoint: EndpointRecord, { notices, pending, failed }: OutgoingFacts): Ailment[] {
  const { id, disabledAt, failingSince } = endpoint;
  if (disabledAt !== null) {
    const notice = notices.find(({ subject, kind }) => subject === id && kind === "endpoint.disabled");
    return notice ? [{ kind: "endpoint_disabled", endpoint, noticeId: notice.id }] : [];
  }
  if (failingSince !== null) return [{ kind: "endpoint_failing", endpoint, since: failingSince, waiting: pending.get(id) ?? 0 }];
  return some(failed.get(id) ?? 0, (count): Ailment => ({ kind: "deliveries_failed", endpoint, count }));
}

/** What an ailment is about, where notices tell of the same. */
function subjectOf(ailment: Ailment): string | null {
  switch (ailment.kind) {
    case "source":
      return ailment.source.id;
    case "endpoint_failing":
    case "endpoint_disabled":
    case "deliveries_failed":
      return ailment.endpoint.id;
    case "domain_lost":
      return ailment.id;
    case "payloads_unread":
    case "jobs_dead":
    case "parcels_silent":
    case "notice":
      return null;
  }
}

const some = (count: number, make: (count: number) => Ailment): Ailment[] => (count === 0 ? [] : [make(count)]);
