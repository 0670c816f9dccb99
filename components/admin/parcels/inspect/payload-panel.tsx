import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Code } from "../../ui/code.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";

export interface PayloadLine {
  id: string;
  receivedAt: MomentText;
  /** "EasyPost, by main-easypost" */
  from: string;
  /** "asked for", "tells of other parcels, too" */
  remarks: readonly string[];
  outcome: "received" | "ingested" | "ignored" | "invalid";
  problem: string | null;
  showHref: string;
}

export interface OpenPayload {
  id: string;
  /** As it is read best; null where the bytes are no text. */
  text: string | null;
  /** Only its beginning is shown. */
  isCut: boolean;
  downloadHref: string;
}

const OUTCOMES: Readonly<Record<PayloadLine["outcome"], { tone: Tone; words: string }>> = {
  received: { tone: "neutral", words: "Not read yet" },
  ingested: { tone: "good", words: "Read" },
  ignored: { tone: "neutral", words: "Put aside" },
  invalid: { tone: "bad", words: "Not readable" },
};

/** What came in about the parcel, byte by byte. */
export function PayloadPanel({ lines, open, actions }: { lines: readonly PayloadLine[]; open: OpenPayload | null; actions?: ReactNode }) {
  if (lines.length === 0) {
    return (
      <Panel>
        <EmptyState icon="download" title="Nothing is kept">
          Nobody has told anything by webhook or API yet, or it was so long ago that it has been forgotten.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="grid gap-4">
      <Panel title="Raw payloads" actions={actions} isFlush>
        <DataTable
          caption="Raw payloads about this parcel"
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { key: "at", header: "Received", isMain: true, cell: ({ receivedAt }) => <Moment moment={receivedAt} /> },
            { key: "from", header: "From", cell: From },
            { key: "outcome", header: "Outcome", cell: Outcome },
            {
              key: "show",
              header: "Content",
              cell: ({ id, showHref }) => (
                <LinkButton href={showHref} size="small" aria-label={`Show ${id}`}>
                  {open?.id === id ? "Shown below" : "Show"}
                </LinkButton>
              ),
            },
          ]}
        />
      </Panel>
      {open && <Content payload={open} />}
    </div>
  );
}

function From({ from, remarks }: PayloadLine) {
  return (
    <div className="grid gap-0.5">
      <span>{from}</span>
      {remarks.length > 0 && <span className="text-muted text-sm">{remarks.join(", ")}</span>}
    </div>
  );
}

function Outcome({ outcome, problem }: PayloadLine) {
  const { tone, words } = OUTCOMES[outcome];
  return (
    <div className="grid gap-1">
      <Badge tone={tone}>{words}</Badge>
      {problem && <span className="whitespace-pre-line text-sm">{problem}</span>}
    </div>
  );
}

function Content({ payload: { id, text, isCut, downloadHref } }: { payload: OpenPayload }) {
  return (
    <Panel
      id="payload"
      title={<Code>{id}</Code>}
      actions={
        <LinkButton href={downloadHref} isPlain size="small" icon="download" download>
          Download
        </LinkButton>
      }
      footer={isCut && "Only its beginning is shown: download it to see the rest."}
    >
      {text === null ? (
        <p>These bytes are no text.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <pre tabIndex={0} className="max-h-[32rem] overflow-auto font-mono text-sm leading-relaxed">
          {text}
        </pre>
      )}
    </Panel>
  );
}
