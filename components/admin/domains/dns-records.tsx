import type { DnsRecordText, DomainStepView } from "#lib/view/domain-view.ts";
import { Badge } from "../ui/badge.tsx";
import { Code } from "../ui/code.tsx";
import { CopyButton } from "../ui/copy-button.island.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";

type Finding = NonNullable<DomainStepView["finding"]>;

const FINDINGS: Readonly<Record<Finding["kind"], { icon: IconName; color: string }>> = {
  right: { icon: "check", color: "text-good" },
  wrong: { icon: "alert", color: "text-bad" },
  missing: { icon: "clock", color: "text-warn" },
  unknown: { icon: "info", color: "text-muted" },
};

/** What to do at the DNS provider, and what was found there. */
export function DnsStep({ number, step }: { number: number; step: DomainStepView }) {
  const { title, records, instead, finding } = step;
  return (
    <li className="grid min-w-0 gap-3">
      <h3 className="flex items-center gap-2.5 font-medium text-base">
        <span className="grid size-6 flex-none place-items-center rounded-full bg-sunken text-sm tabular-nums" aria-hidden="true">
          {number}
        </span>
        {title}
      </h3>
      <RecordList records={records} />
      {instead && (
        <>
          <p className="text-muted text-sm">{instead.text}</p>
          <RecordList records={instead.records} />
        </>
      )}
      {finding && <FoundLine finding={finding} />}
    </li>
  );
}

function RecordList({ records }: { records: readonly DnsRecordText[] }) {
  return (
    <ul className="grid gap-2">
      {records.map((record) => (
        <DnsRecord key={`${record.type} ${record.value}`} record={record} />
      ))}
    </ul>
  );
}

/** Longer values, such as keys, have a line of their own. */
const FITS_BESIDE = 100;

function DnsRecord({ record: { type, name, value } }: { record: DnsRecordText }) {
  const isBeside = value.length <= FITS_BESIDE;
  return (
    <li
      className={`grid items-start gap-x-4 gap-y-2 rounded-control border border-line px-3 py-2.5 ${isBeside ? "md:grid-cols-[4.5rem_3fr_4fr]" : "md:grid-cols-[4.5rem_1fr]"}`}
    >
      <div>
        <Badge>{type}</Badge>
      </div>
      <RecordPart label="Name" text={name} />
      <div className={isBeside ? "" : "md:col-start-2"}>
        <RecordPart label="Value" text={value} />
      </div>
    </li>
  );
}

function RecordPart({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex min-w-0 items-start justify-between gap-2">
      <div className="grid min-w-0 gap-0.5">
        <span className="text-muted text-sm">{label}</span>
        <span className="text-sm">
          <Code>{text}</Code>
        </span>
      </div>
      <span className="flex-none">
        <CopyButton text={text} variant="quiet" label={`Copy ${label.toLowerCase()}`} />
      </span>
    </div>
  );
}

function FoundLine({ finding: { kind, text, found } }: { finding: Finding }) {
  const { icon, color } = FINDINGS[kind];
  return (
    <div className="flex items-start gap-2">
      <span className={color}>
        <Icon name={icon} className="mt-0.5" />
      </span>
      <div className="grid min-w-0 gap-1.5">
        <p>{text}</p>
        {found.length > 0 && (
          <ul className="flex flex-wrap gap-1.5 text-sm" aria-label="What is there instead">
            {found.map((value) => (
              <li key={value}>
                <Code>{value}</Code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
