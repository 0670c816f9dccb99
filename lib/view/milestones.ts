import type { EventTime } from "#lib/tracking/event-time.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { MessageKey } from "./languages.ts";
import type { Redacted } from "./redact.ts";
import { milestoneTime } from "./scan-time.ts";
import type { MilestoneView } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

interface Step {
  label: Extract<MessageKey, `milestone.${string}`>;
  /** When it was reached; null when no scan tells. */
  time: (tracker: Tracker) => EventTime | null;
  isProblem?: true;
}

const first =
  (...statuses: Status[]) =>
  ({ scans }: Tracker) =>
    scans.findLast(({ status, substatus }) => statuses.includes(status) && substatus !== "returned")?.time ?? null;
const latest =
  (...statuses: Status[]) =>
  ({ scans }: Tracker) =>
    scans.find(({ status }) => statuses.includes(status))?.time ?? null;

const LABEL_MADE: Step = { label: "milestone.label_made", time: first("pre_transit") };
const ON_ITS_WAY: Step = { label: "milestone.on_its_way", time: first("in_transit") };

/** The ways a parcel can go, each a row of steps. */
const TRACKS = {
  delivery: [
    LABEL_MADE,
    ON_ITS_WAY,
    { label: "milestone.out_for_delivery", time: latest("out_for_delivery") },
    { label: "milestone.delivered", time: ({ deliveredTime }) => deliveredTime },
  ],
  pickup: [
    LABEL_MADE,
    ON_ITS_WAY,
    { label: "milestone.ready_to_collect", time: first("available_for_pickup") },
    { label: "milestone.collected", time: ({ deliveredTime }) => deliveredTime },
  ],
  return: [
    LABEL_MADE,
    ON_ITS_WAY,
    { label: "milestone.turned_back", time: first("return_to_sender"), isProblem: true },
    {
      label: "milestone.back_at_shop",
      time: ({ scans }) => scans.find(({ substatus }) => substatus === "returned")?.time ?? null,
    },
  ],
  failure: [LABEL_MADE, ON_ITS_WAY, { label: "milestone.not_delivered", time: latest("failure"), isProblem: true }],
  cancelled: [LABEL_MADE, { label: "milestone.cancelled", time: latest("cancelled"), isProblem: true }],
} as const satisfies Record<string, readonly Step[]>;

/** Which track, and how many of its steps are reached. */
interface Progress {
  track: keyof typeof TRACKS;
  reached: number;
}

const PROGRESS: Readonly<Record<Status, (tracker: Tracker) => Progress>> = {
  unknown: knownByScans,
  error: knownByScans,
  pre_transit: () => ({ track: "delivery", reached: 1 }),
  in_transit: () => ({ track: "delivery", reached: 2 }),
  out_for_delivery: () => ({ track: "delivery", reached: 3 }),
  available_for_pickup: () => ({ track: "pickup", reached: 3 }),
  delivered: (tracker) => ({ track: wasCollected(tracker) ? "pickup" : "delivery", reached: 4 }),
  return_to_sender: ({ substatus }) => ({ track: "return", reached: substatus === "returned" ? 4 : 3 }),
  failure: () => ({ track: "failure", reached: 3 }),
  cancelled: () => ({ track: "cancelled", reached: 2 }),
};

/** The state is unknown, but what was scanned did happen. */
function knownByScans({ scans }: Tracker): Progress {
  const reached = scans.some(({ status }) => status === "in_transit") ? 2 : scans.some(({ status }) => status === "pre_transit") ? 1 : 0;
  return { track: "delivery", reached };
}

function wasCollected({ substatus, scans }: Tracker): boolean {
  const last = scans.find(({ status }) => status === "available_for_pickup" || status === "out_for_delivery");
  return substatus === "collected" || last?.status === "available_for_pickup";
}

export function milestones({ tracker }: Redacted, voice: Voice): MilestoneView[] {
  const { track, reached } = PROGRESS[tracker.status](tracker);
  const steps: readonly Step[] = TRACKS[track];
  return steps.map((step, index) => {
    const state = stateOf(step, { index, reached, count: steps.length });
    const time = state === "upcoming" ? null : step.time(tracker);
    return { label: voice.t(step.label), state, stateLabel: voice.t(`milestone_state.${state}`), time: time && milestoneTime(time, voice) };
  });
}

function stateOf(step: Step, { index, reached, count }: { index: number; reached: number; count: number }): MilestoneView["state"] {
  if (index >= reached) return "upcoming";
  if (step.isProblem) return "problem";
  return index === reached - 1 && reached < count ? "current" : "done";
}
