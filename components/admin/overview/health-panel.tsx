import type { ReactNode } from "react";
import type { MomentText } from "#lib/view/console-time.ts";
import { softTone } from "../ui/badge.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";
import { Panel } from "../ui/panel.tsx";

export interface AilmentRow {
  key: string;
  icon: IconName;
  tone: "bad" | "warn" | "info";
  title: string;
  text: string;
  since: MomentText | null;
  /** The repair. */
  actions: ReactNode;
}

/** Whether news comes in and goes out: what does not work, and the button that mends it beside it. */
export function HealthPanel({ ailments, facts }: { ailments: readonly AilmentRow[]; facts: ReactNode }) {
  return (
    <Panel id="health" title="Health" isFlush footer={<p className="text-muted">{facts}</p>}>
      {ailments.length === 0 ? (
        <p className="flex items-center gap-3 px-4 py-5 sm:px-5">
          <span className="grid size-9 flex-none place-items-center rounded-full bg-good-soft text-good">
            <Icon name="check" />
          </span>
          Everything works: nothing is stuck on its way in or out.
        </p>
      ) : (
        <ul>
          {ailments.map(({ key, ...ailment }) => (
            <AilmentItem key={key} {...ailment} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AilmentItem({ icon, tone, title, text, since, actions }: Omit<AilmentRow, "key">) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 border-line border-b px-4 py-3.5 last:border-b-0 sm:px-5">
      <span className={`grid size-9 flex-none place-items-center rounded-full ${softTone(tone)}`}>
        <Icon name={icon} />
      </span>
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <h3 className="font-medium text-base [overflow-wrap:anywhere]">{title}</h3>
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {text}
          {since && (
            <>
              {" It began "}
              <Moment moment={since} />.
            </>
          )}
        </p>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  );
}
