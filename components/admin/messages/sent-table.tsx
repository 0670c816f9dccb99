import Link from "next/link";
import type { Channel } from "#lib/shared/channel.ts";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Code } from "../ui/code.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";

export interface SentRow {
  id: string;
  /** What it is about. */
  about: string;
  channel: Channel;
  addressHint: string;
  parcel: { href: string; number: string };
  state: "waiting" | "sending" | "sent" | "failed" | "unclear" | "dropped";
  /** Of its state: when it was sent, when it is due. */
  moment: MomentText;
  problem: string | null;
}

const STATES: Readonly<Record<SentRow["state"], { tone: Tone; words: string }>> = {
  waiting: { tone: "info", words: "Waiting" },
  sending: { tone: "info", words: "On its way" },
  sent: { tone: "good", words: "Sent" },
  failed: { tone: "bad", words: "Failed" },
  unclear: { tone: "warn", words: "Unclear" },
  dropped: { tone: "neutral", words: "Not needed" },
};

const COLUMNS: readonly Column<SentRow>[] = [
  {
    key: "about",
    header: "News",
    isMain: true,
    cell: ({ about, problem }) => (
      <span className="grid gap-0.5">
        {about}
        {problem && <span className="font-normal text-muted text-sm">{problem}</span>}
      </span>
    ),
  },
  {
    key: "to",
    header: "To",
    cell: ({ channel, addressHint }) => (
      <span className="flex items-center gap-2">
        <Icon name={channel === "email" ? "mail" : "bell"} className="flex-none text-muted" />
        <span className="sr-only">{channel === "email" ? "E-mail to " : "SMS to "}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{addressHint}</span>
      </span>
    ),
  },
  {
    key: "parcel",
    header: "Parcel",
    cell: ({ parcel }) => (
      <Link href={parcel.href} prefetch={false}>
        <span className="sm:whitespace-nowrap">
          <Code>{parcel.number}</Code>
        </span>
      </Link>
    ),
  },
  { key: "state", header: "State", cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge> },
  { key: "when", header: "When", align: "end", cell: ({ moment }) => <Moment moment={moment} /> },
];

export function SentTable({ rows }: { rows: readonly SentRow[] }) {
  return <DataTable caption="Messages, newest first" columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />;
}
