import Link from "next/link";
import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";

export interface PayloadRow {
  id: string;
  received: MomentText;
  outcome: "received" | "ingested" | "ignored" | "invalid";
  problem: string | null;
  /** The parcel it is about, where it is about one. */
  parcelHref: string | null;
  isAnswer: boolean;
}

const OUTCOMES: Readonly<Record<PayloadRow["outcome"], { tone: Tone; words: string }>> = {
  received: { tone: "neutral", words: "Not read yet" },
  ingested: { tone: "good", words: "Read" },
  ignored: { tone: "neutral", words: "Left alone" },
  invalid: { tone: "bad", words: "Not understood" },
};

/** What came through a source, and what became of it. */
export function PayloadsTable({
  payloads,
  actionsFor,
}: {
  payloads: readonly PayloadRow[];
  actionsFor?: ((payload: PayloadRow) => ReactNode) | undefined;
}) {
  return (
    <DataTable
      caption="What came through this source"
      rows={payloads}
      rowKey={({ id }) => id}
      columns={[
        { key: "received", header: "Received", isMain: true, cell: ({ received }) => <Moment moment={received} /> },
        { key: "how", header: "How", cell: ({ isAnswer }) => <span className="whitespace-nowrap">{isAnswer ? "Answer" : "Webhook"}</span> },
        { key: "outcome", header: "Became", cell: Outcome },
        {
          key: "parcel",
          header: "Parcel",
          cell: ({ parcelHref }) =>
            parcelHref ? (
              <Link href={parcelHref} prefetch={false} className="whitespace-nowrap">
                See it
              </Link>
            ) : (
              <span className="text-muted">–</span>
            ),
        },
        ...(actionsFor ? [{ key: "actions", header: "Actions", cell: actionsFor }] : []),
      ]}
    />
  );
}

function Outcome({ outcome, problem }: PayloadRow) {
  const { tone, words } = OUTCOMES[outcome];
  return (
    <div className="grid max-w-prose gap-1">
      <Badge tone={problem !== null && outcome === "ingested" ? "warn" : tone}>
        {problem !== null && outcome === "ingested" ? "Read in part" : words}
      </Badge>
      {problem !== null && <span className="whitespace-pre-line text-muted text-sm [overflow-wrap:anywhere]">{problem}</span>}
    </div>
  );
}
