import type { ReactNode } from "react";
import type { Status } from "#lib/tracking/status.ts";
import type { ParcelGlance } from "#lib/view/console-parcel.ts";
import { Badge } from "../../ui/badge.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Delivery } from "../parcel-table.tsx";

interface AnswerPanelProps {
  status: Status;
  isTest: boolean;
  isWatched: boolean;
  glance: ParcelGlance;
  /** What the shop should do; null where nothing. */
  toDo: string | null;
  /** Who is asked for news, and when. */
  asking: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Where it is, and what to tell the customer: the answer before the proof. */
export function AnswerPanel({ status, isTest, isWatched, glance, toDo, asking, actions, children }: AnswerPanelProps) {
  return (
    <Panel>
      <div className="grid gap-5 lg:grid-cols-[1fr_auto]">
        <div className="grid content-start gap-3">
          <div className="flex flex-wrap gap-2">
            <StatusBadge status={status} />
            {isTest && <Badge>Test parcel</Badge>}
            {!isWatched && <Badge tone="warn">Not followed</Badge>}
          </div>
          <div className="grid gap-1">
            <p className="text-muted text-sm">What the shopper reads</p>
            <p className="max-w-prose font-semibold text-2xl leading-tight">{glance.headline}</p>
            {glance.lede.length > 0 && <p className="max-w-prose">{glance.lede.join(" ")}</p>}
          </div>
          {toDo && (
            <Notice tone="warn" title="What to do">
              {toDo}
            </Notice>
          )}
        </div>
        {actions && <div className="flex flex-wrap content-start gap-2 lg:w-44 lg:flex-col lg:flex-nowrap">{actions}</div>}
      </div>
      <div className="mt-5 border-line border-t pt-4">
        <Facts
          rows={[
            { label: "Delivery", value: <Delivery delivery={glance.delivery} isInline /> },
            { label: "Last news", value: glance.lastNews ? <Moment moment={glance.lastNews} /> : "None yet" },
            { label: "Asked for news", value: asking },
          ]}
        />
        {children}
      </div>
    </Panel>
  );
}
