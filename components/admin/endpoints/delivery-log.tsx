import Link from "next/link";
import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Moment } from "../ui/moment.tsx";

export type DeliveryState = "pending" | "delivered" | "failed" | "cancelled";

export interface DeliveryRow {
  id: string;
  eventId: string;
  parcelHref: string;
  state: DeliveryState;
  created: MomentText;
  nextAttempt: MomentText | null;
  /** First to last. */
  attempts: readonly AttemptRow[];
}

export interface AttemptRow {
  attempt: number;
  attempted: MomentText;
  durationMs: number;
  httpStatus: number | null;
  problem: string | null;
  answer: string | null;
}

export const DELIVERY_STATES: Readonly<Record<DeliveryState, { tone: Tone; words: string; tab: string }>> = {
  pending: { tone: "info", words: "Under way", tab: "Under way" },
  delivered: { tone: "good", words: "Accepted", tab: "Accepted" },
  failed: { tone: "bad", words: "Given up", tab: "Given up" },
  cancelled: { tone: "neutral", words: "Cancelled", tab: "Cancelled" },
};

/** Every event on its way to an endpoint, with all that was tried. */
export function DeliveryLog({
  deliveries,
  actionsFor,
}: {
  deliveries: readonly DeliveryRow[];
  actionsFor?: ((delivery: DeliveryRow) => ReactNode) | undefined;
}) {
  return (
    <ul>
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="grid gap-2 border-line border-b px-4 py-3.5 last:border-b-0 sm:px-5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={DELIVERY_STATES[delivery.state].tone}>{DELIVERY_STATES[delivery.state].words}</Badge>
              <code className="font-mono text-sm [overflow-wrap:anywhere]">{delivery.eventId}</code>
              <Link href={delivery.parcelHref} prefetch={false} className="text-sm">
                See the parcel
              </Link>
              <span className="text-muted text-sm">
                <Moment moment={delivery.created} />
              </span>
            </div>
            {actionsFor?.(delivery)}
          </div>
          <Attempts {...delivery} />
        </li>
      ))}
    </ul>
  );
}

function Attempts({ attempts, nextAttempt }: DeliveryRow) {
  const last = attempts.at(-1);
  const next = nextAttempt && (
    <>
      {" Next attempt "}
      <Moment moment={nextAttempt} />.
    </>
  );
  if (!last) return <p className="text-muted text-sm">Not tried yet.{next}</p>;
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-control">
        {attempts.length === 1 ? "1 attempt" : `${attempts.length} attempts`}
        {`: ${last.problem === null ? "accepted" : `it ${last.problem}`}.`}
        <span className="text-muted">{next}</span>
      </summary>
      <ol className="mt-2 grid gap-2">
        {attempts.map((attempt) => (
          <li key={attempt.attempt} className="grid gap-1 rounded-control bg-sunken px-3 py-2">
            <p>
              {`${attempt.attempt}. `}
              <Moment moment={attempt.attempted} />
              {`: ${attempt.httpStatus === null ? "no answer" : `answered ${attempt.httpStatus}`} after ${attempt.durationMs} ms`}
              {attempt.problem === null ? ", accepted." : "."}
            </p>
            {attempt.problem !== null && attempt.httpStatus === null && <p className="text-muted">{`It ${attempt.problem}.`}</p>}
            {attempt.answer && <pre className="whitespace-pre-wrap font-mono text-muted [overflow-wrap:anywhere]">{attempt.answer}</pre>}
          </li>
        ))}
      </ol>
    </details>
  );
}
