import { Badge } from "../ui/badge.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.island.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";

export type CreatedLine =
  | { number: string; kind: "created" | "existing"; id: string; privateLink: string }
  | { number: string; kind: "left_out" };

const KINDS = {
  created: { tone: "good", words: "Added" },
  existing: { tone: "info", words: "Was here already" },
  left_out: { tone: "bad", words: "Left out" },
} as const;

export interface CreatedParcelsProps {
  lines: readonly CreatedLine[];
  /** What stands in the way of news. */
  advice: readonly string[];
  onMore: () => void;
}

/** What became of each number. */
export function CreatedParcels({ lines, advice, onMore }: CreatedParcelsProps) {
  const count = lines.filter(({ kind }) => kind === "created").length;
  return (
    <div className="grid gap-4">
      <Notice tone={count > 0 ? "good" : "info"} title={titleOf(count)} isLive actions={<Button onClick={onMore}>Add more</Button>}>
        {count > 0 && `${count === 1 ? "Its page is" : "Their pages are"} there from now on, and news is shown as soon as it comes.`}
      </Notice>
      {advice.map((line) => (
        <Notice key={line} tone="warn">
          {line}
        </Notice>
      ))}
      <Panel title="What became of each number" isFlush>
        <ul className="divide-y divide-line">
          {lines.map((line) => (
            <li key={line.number} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <span className="min-w-0 flex-1 basis-60 font-mono text-[0.9375rem] [overflow-wrap:anywhere]">{line.number}</span>
              <Badge tone={KINDS[line.kind].tone}>{KINDS[line.kind].words}</Badge>
              {line.kind !== "left_out" && (
                <span className="flex flex-wrap gap-2">
                  <LinkButton size="small" href={`/admin/parcels/${line.id}`}>
                    Open<span className="sr-only">{` ${line.number}`}</span>
                  </LinkButton>
                  <CopyButton text={line.privateLink} label="Copy private link" />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function titleOf(count: number): string {
  if (count === 0) return "Nothing new";
  return count === 1 ? "The parcel is added" : `${count} parcels are added`;
}
