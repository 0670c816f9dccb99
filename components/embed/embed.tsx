import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { PageView, TrackingView } from "#lib/view/tracking-view.ts";
import { Answer } from "../tracking/answer.tsx";
import { JourneyDays } from "../tracking/journey.tsx";
import { Announcement } from "../tracking/notice-page.tsx";
import { Progress } from "../tracking/progress.tsx";

/** The news without what stands around it on the page, for a frame on somebody else's. */
export function Embed({ view }: { view: PageView }) {
  const { layout } = view.brand;
  return (
    <div className="embed-news" data-layout={layout}>
      {view.kind === "notice" ? (
        <Band isDrawn={layout === "banner"}>
          <Announcement view={view} />
        </Band>
      ) : (
        <>
          <Band isDrawn={layout === "banner"}>
            <Answer view={view} />
          </Band>
          <Progress view={view} />
          <FoldedJourney view={view} />
        </>
      )}
    </div>
  );
}

function Band({ isDrawn, children }: { isDrawn: boolean; children: ReactNode }) {
  return isDrawn ? <div className="band">{children}</div> : children;
}

function FoldedJourney({ view }: { view: TrackingView }) {
  if (view.journey.length === 0) return null;
  return (
    <details className="earlier" id="journey">
      <summary>
        <Icon name="chevron" />
        <h2>{view.labels.journey}</h2>
      </summary>
      <JourneyDays days={view.journey} latestLabel={view.labels.latest} />
      {view.timesNote !== "" && <p className="times-note">{view.timesNote}</p>}
    </details>
  );
}
