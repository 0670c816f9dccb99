import { Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MilestoneView } from "#lib/view/tracking-view.ts";

const MARKS = { done: "check", current: null, upcoming: null, problem: "exclamation" } as const;

/** The way in four or so steps. A state shows in shape and fill as well as in colour, and is said in words. */
export function Milestones({ milestones, label }: { milestones: readonly MilestoneView[]; label: string }) {
  return (
    <ol className="milestones" aria-label={label}>
      {milestones.map((milestone) => {
        const mark = MARKS[milestone.state];
        return (
          <li key={milestone.label} data-state={milestone.state} aria-current={milestone.state === "current" ? "step" : undefined}>
            <span className="mark" aria-hidden="true">
              {mark !== null && <Icon name={mark} />}
            </span>
            <span className="milestone-label">{milestone.label}</span>
            <span className="sr-only"> ({milestone.stateLabel}) </span>
            {milestone.time !== null && <Time time={milestone.time} />}
          </li>
        );
      })}
    </ol>
  );
}
