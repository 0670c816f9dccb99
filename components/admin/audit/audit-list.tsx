import Link from "next/link";
import type { MomentText } from "#lib/view/console-time.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Moment } from "../ui/moment.tsx";
import { tellAction } from "./tell-action.ts";

export interface AuditRow {
  id: string;
  at: MomentText;
  actor: string;
  /** To what else this person did; null where nobody can be asked for. */
  actorHref: string | null;
  action: string;
  subject: string | null;
  outcome: "started" | "done" | "refused" | "failed";
  details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What went as it should needs no word. */
const OUTCOMES: Readonly<Record<AuditRow["outcome"], { tone: Tone; words: string } | null>> = {
  done: null,
  started: { tone: "warn", words: "Not finished" },
  refused: { tone: "warn", words: "Refused" },
  failed: { tone: "bad", words: "Failed" },
};

/** Who did what to what, when, and how it ended. */
export function AuditList({ entries }: { entries: readonly AuditRow[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b px-4 py-3 last:border-b-0 sm:px-5"
        >
          <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
            <p className="[overflow-wrap:anywhere]">
              <Actor {...entry} /> <Deed {...entry} /> <Outcome {...entry} />
            </p>
            <Details details={entry.details} />
          </div>
          <span className="text-muted text-sm">
            <Moment moment={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Actor({ actor, actorHref }: AuditRow) {
  const name = actor.replace(/ <[^<>]*>$/, "");
  if (actorHref === null) return <span className="font-medium">{name}</span>;
  return (
    <Link href={actorHref} prefetch={false} className="font-medium" title={actor}>
      {name}
    </Link>
  );
}

function Deed({ action, subject }: AuditRow) {
  const { before, thing, after, href, name } = tellAction(action, subject);
  return (
    <>
      {before}
      {href === null ? (
        thing
      ) : (
        <Link href={href} prefetch={false}>
          {thing}
        </Link>
      )}
      {after}
      {name !== null && `: ${name}`}
    </>
  );
}

function Outcome({ outcome }: AuditRow) {
  const words = OUTCOMES[outcome];
  return words && <Badge tone={words.tone}>{words.words}</Badge>;
}

function Details({ details }: Pick<AuditRow, "details">) {
  const said = Object.entries(details).filter(([, value]) => value !== null);
  if (said.length === 0) return null;
  return (
    <p className="text-muted text-sm [overflow-wrap:anywhere]">
      {said.map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`).join(" · ")}
    </p>
  );
}
