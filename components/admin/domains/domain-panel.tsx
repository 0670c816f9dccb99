import type { ReactNode } from "react";
import type { DomainView } from "#lib/view/domain-view.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Moment } from "../ui/moment.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { DnsStep } from "./dns-records.tsx";

const TONES: Readonly<Record<DomainView["state"], Tone>> = { pending: "info", active: "good", lost: "warn", ended: "bad" };

/** One domain: how it stands, what it has been through, and its records; those of one in service are folded away. */
export function DomainPanel({ domain, actions }: { domain: DomainView; actions: ReactNode }) {
  const { id, host, state, stateText, advice, history, steps } = domain;
  const list = (
    <ol className="grid gap-6">
      {steps.map((step, index) => (
        <DnsStep key={step.title} number={index + 1} step={step} />
      ))}
    </ol>
  );
  return (
    <Panel
      id={id}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 [overflow-wrap:anywhere]">{host}</span>
          <Badge tone={TONES[state]}>{stateText}</Badge>
        </span>
      }
      actions={actions}
      footer={<History history={history} />}
    >
      <div className="grid gap-5">
        {advice && <Notice tone={TONES[state]}>{advice}</Notice>}
        {state === "active" ? (
          <details>
            <summary className="w-fit cursor-pointer font-medium">Its DNS records</summary>
            <div className="pt-4">{list}</div>
          </details>
        ) : (
          list
        )}
      </div>
    </Panel>
  );
}

function History({ history }: Pick<DomainView, "history">) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
      {history.map(({ label, moment }) => (
        <li key={label}>
          {label} <Moment moment={moment} />
        </li>
      ))}
    </ul>
  );
}
