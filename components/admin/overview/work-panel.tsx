import Link from "next/link";
import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { numberText } from "../charts/number-text.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { LinkButton } from "../ui/button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";

export type WorkKind = "shop" | "shopper" | "silent";

export interface WorkRow {
  id: string;
  kind: WorkKind;
  href: string;
  carrier: string;
  trackingNumber: string;
  orderNumber: string | null;
  /** What happened, in the words of the page. */
  happened: string;
  advice: string;
  since: MomentText;
}

interface WorkPanelProps {
  rows: readonly WorkRow[];
  counts: Readonly<Record<WorkKind, number>>;
  /** Counts go no further. */
  most: number;
  firstHref: string | null;
  nextHref: string | null;
  /** After how many days without news a parcel comes onto the list, and leaves it. */
  days: { silentAfter: number; forgottenAfter: number };
  actionsFor?: ((row: WorkRow) => ReactNode) | undefined;
  /** Instead of the empty list, where there has never been a parcel. */
  welcome: ReactNode | null;
}

const KINDS: Readonly<Record<WorkKind, { tone: Tone; who: string; counted: string }>> = {
  shop: { tone: "bad", who: "You", counted: "for you" },
  shopper: { tone: "warn", who: "Shopper", counted: "for shoppers" },
  silent: { tone: "neutral", who: "No news", counted: "without news" },
};

/** The parcels that need somebody, the most urgent first. */
export function WorkPanel({ rows, counts, most, firstHref, nextHref, days, actionsFor, welcome }: WorkPanelProps) {
  const counted = (Object.keys(KINDS) as WorkKind[]).filter((kind) => counts[kind] > 0);
  return (
    <Panel
      title="Parcels that need somebody"
      isFlush
      actions={counted.map((kind) => (
        <Badge key={kind} tone={KINDS[kind].tone}>{`${upTo(counts[kind], most)} ${KINDS[kind].counted}`}</Badge>
      ))}
      footer={
        rows.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted">
              {`A parcel comes here when somebody must act, or after ${days.silentAfter} days without news, and leaves after ${days.forgottenAfter}.`}
            </p>
            {(firstHref ?? nextHref) && (
              <nav aria-label="Pages of the list" className="flex gap-2">
                {firstHref && (
                  <LinkButton href={firstHref} size="small">
                    Back to the top
                  </LinkButton>
                )}
                {nextHref && (
                  <LinkButton href={nextHref} size="small" rel="next">
                    Next
                  </LinkButton>
                )}
              </nav>
            )}
          </div>
        )
      }
    >
      {rows.length === 0 ? (
        (welcome ?? <NothingToDo silentAfter={days.silentAfter} />)
      ) : (
        <DataTable
          caption="Parcels that need somebody"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: "parcel", header: "Parcel", isMain: true, cell: Parcel },
            { key: "who", header: "Who", cell: Who },
            { key: "what", header: "What to do", cell: WhatToDo },
            { key: "since", header: "Since", cell: ({ since }) => <Moment moment={since} /> },
            ...(actionsFor
              ? [
                  {
                    key: "actions",
                    header: "Actions",
                    cell: (row: WorkRow) => <div className="flex flex-wrap gap-2 sm:flex-nowrap">{actionsFor(row)}</div>,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}

const upTo = (count: number, most: number) => (count > most ? `More than ${numberText(most)}` : numberText(count));

function Parcel({ href, carrier, trackingNumber, orderNumber }: WorkRow) {
  return (
    <div className="grid gap-0.5 sm:min-w-44">
      <Link href={href} prefetch={false} className="w-fit font-medium [overflow-wrap:anywhere]">
        {trackingNumber}
      </Link>
      <span className="font-normal text-muted text-sm">{orderNumber === null ? carrier : `${carrier}, order ${orderNumber}`}</span>
    </div>
  );
}

function Who({ kind }: WorkRow) {
  return (
    <span className="whitespace-nowrap">
      <Badge tone={KINDS[kind].tone}>{KINDS[kind].who}</Badge>
    </span>
  );
}

function WhatToDo({ happened, advice }: WorkRow) {
  return (
    <div className="grid max-w-prose gap-0.5">
      <span>{happened}</span>
      <span className="text-muted text-sm">{advice}</span>
    </div>
  );
}

function NothingToDo({ silentAfter }: { silentAfter: number }) {
  return (
    <EmptyState icon="check" title="Nothing to do">
      Every parcel is on its way or has arrived. Whatever gets stuck, or is silent for {silentAfter} days, shows up here.
    </EmptyState>
  );
}
