import Link from "next/link";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Moment } from "../ui/moment.tsx";
import { type EndpointFormat, FORMATS } from "./formats.ts";

export type EndpointState = "works" | "failing" | "off";

export const ENDPOINT_STATES: Readonly<Record<EndpointState, { tone: Tone; words: string }>> = {
  works: { tone: "good", words: "On" },
  failing: { tone: "bad", words: "Accepts nothing" },
  off: { tone: "neutral", words: "Off" },
};

export interface EndpointRow {
  id: string;
  href: string;
  name: string | null;
  host: string;
  format: EndpointFormat;
  state: EndpointState;
  /** Since when it is in that state, where it is not well. */
  since: MomentText | null;
  created: MomentText;
}

export function EndpointsTable({ endpoints }: { endpoints: readonly EndpointRow[] }) {
  return (
    <DataTable
      caption="Endpoints"
      rows={endpoints}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: "Endpoint", isMain: true, cell: Name },
        { key: "format", header: "Sends", cell: ({ format }) => FORMATS[format].name },
        { key: "state", header: "State", cell: State },
        { key: "created", header: "Created", cell: ({ created }) => <Moment moment={created} /> },
      ]}
    />
  );
}

function Name({ href, name, host }: EndpointRow) {
  return (
    <div className="grid gap-0.5">
      <Link href={href} prefetch={false} className="w-fit font-medium [overflow-wrap:anywhere]">
        {name ?? host}
      </Link>
      {name !== null && <span className="font-normal text-muted text-sm [overflow-wrap:anywhere]">{host}</span>}
    </div>
  );
}

function State({ state, since }: EndpointRow) {
  const { tone, words } = ENDPOINT_STATES[state];
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{words}</Badge>
      {since && <Moment moment={since} />}
    </span>
  );
}
