import { Icon } from "#components/ui/icon.tsx";
import type { JourneyDayView, TrackingView } from "#lib/view/tracking-view.ts";
import { foldJourney } from "./fold-journey.ts";
import { Scan } from "./scan.tsx";
import { TimeSwitch } from "./time-switch.tsx";

export function Journey({ view }: { view: TrackingView }) {
  const { shown, earlier } = foldJourney(view.journey, view.journeyFold);
  return (
    <section className="card journey" aria-labelledby="journey">
      <div className="journey-top">
        <h2 id="journey">{view.labels.journey}</h2>
        {shown.length > 0 && <TimeSwitch labels={view.labels} />}
      </div>
      {view.journeyEmpty !== null && <p className="journey-empty">{view.journeyEmpty}</p>}
      <JourneyDays days={shown} latestLabel={view.labels.latest} />
      {earlier.length > 0 && (
        <details className="earlier" id="earlier">
          <summary>
            <Icon name="chevron" />
            {view.labels.showEarlier}
          </summary>
          <JourneyDays days={earlier} latestLabel={view.labels.latest} />
        </details>
      )}
      {shown.length > 0 && view.timesNote !== "" && <p className="times-note">{view.timesNote}</p>}
    </section>
  );
}

export function JourneyDays({ days, latestLabel }: { days: readonly JourneyDayView[]; latestLabel: string }) {
  return days.map((day) => (
    <div className="day" key={day.heading}>
      <h3>{day.dateTime === null ? day.heading : <time dateTime={day.dateTime}>{day.heading}</time>}</h3>
      <ol>
        {day.scans.map((scan) => (
          <Scan key={scan.key} scan={scan} latestLabel={latestLabel} />
        ))}
      </ol>
    </div>
  ));
}
