import type { TrackingView } from "#lib/view/tracking-view.ts";
import { ActionBanner } from "./action-banner.tsx";
import { AddToCalendar } from "./add-to-calendar.tsx";
import { Freshness } from "./freshness.tsx";
import { Milestones } from "./milestones.tsx";

/** Where it stands, what somebody must do about it, and how sure we are. */
export function Progress({ view }: { view: TrackingView }) {
  return (
    <div className="progress">
      {view.milestones.length > 0 && <Milestones milestones={view.milestones} label={view.labels.milestones} />}
      {view.action !== null && <ActionBanner action={view.action} />}
      <Freshness view={view} />
      {view.calendar !== null && <AddToCalendar link={view.calendar} />}
    </div>
  );
}
