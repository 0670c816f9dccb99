import { Icon } from "#components/ui/icon.tsx";
import type { TrackingView } from "#lib/view/tracking-view.ts";
import { statusIcon } from "./status-icons.ts";

/** What the shopper came for, in one sentence; everything below it is proof. */
export function Answer({ view }: { view: TrackingView }) {
  return (
    <section className="answer" aria-labelledby="headline" data-tone={view.tone}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="badge">
          <Icon name={statusIcon(view)} />
        </span>
        {view.kicker !== null && <p className="kicker">{view.kicker}</p>}
        {view.testLabel !== null && <p className="test-label">{view.testLabel}</p>}
      </div>
      <h1 id="headline">{view.headline}</h1>
      {view.lede !== "" && <p className="lede">{view.lede}</p>}
      {view.promiseChange !== null && (
        <p className="promise-change">
          <Icon name="calendar" />
          {view.promiseChange}
        </p>
      )}
    </section>
  );
}
