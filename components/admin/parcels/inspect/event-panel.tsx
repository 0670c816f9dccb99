import Link from "next/link";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";

export interface EventLine {
  id: string;
  at: MomentText;
  title: string;
  /** "Status: On its way, before Label made" */
  changes: readonly string[];
  deliveries: readonly {
    id: string;
    url: string;
    href: string;
    state: "pending" | "delivered" | "failed" | "cancelled";
    attempts: number;
    next: MomentText | null;
  }[];
}

const STATES: Readonly<Record<EventLine["deliveries"][number]["state"], { tone: Tone; words: string }>> = {
  pending: { tone: "info", words: "On its way" },
  delivered: { tone: "good", words: "Accepted" },
  failed: { tone: "bad", words: "Given up" },
  cancelled: { tone: "neutral", words: "Not sent" },
};

/** What happened to the parcel, newest first, and who was told. */
export function EventPanel({ events }: { events: readonly EventLine[] }) {
  if (events.length === 0) {
    return (
      <Panel>
        <EmptyState icon="bell" title="Nothing has happened yet">
          With the first news there is an event, and your endpoints are told of it.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title="Events" isFlush>
      <ol>
        {events.map(({ id, at, title, changes, deliveries }) => (
          <li key={id} className="grid gap-x-4 gap-y-1 border-line border-t px-4 py-3 first:border-t-0 sm:grid-cols-[9.5rem_1fr] sm:px-5">
            <Moment moment={at} />
            <div className="grid min-w-0 gap-1.5">
              <p className="font-medium">{title}</p>
              {changes.map((change) => (
                <p key={change} className="text-sm">
                  {change}
                </p>
              ))}
              {deliveries.length === 0 && <p className="text-muted text-sm">No endpoint was told.</p>}
              <ul className="grid gap-1">
                {deliveries.map((delivery) => (
                  <li key={delivery.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                    <Badge tone={STATES[delivery.state].tone}>{STATES[delivery.state].words}</Badge>
                    <Link href={delivery.href} prefetch={false} className="min-w-0 [overflow-wrap:anywhere]">
                      {delivery.url}
                    </Link>
                    <span className="text-muted">
                      {delivery.attempts === 1 ? "1 attempt" : `${delivery.attempts} attempts`}
                      {delivery.next && (
                        <>
                          , next <Moment moment={delivery.next} />
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
