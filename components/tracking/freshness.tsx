import { Icon } from "#components/ui/icon.tsx";
import type { TrackingView } from "#lib/view/tracking-view.ts";

/** How old the news is. The dot says that the page keeps itself up to date. */
export function Freshness({ view }: { view: TrackingView }) {
  if (view.freshness === "") return null;
  return (
    <p className="freshness" data-stale={view.isStale ? "" : undefined}>
      {view.isStale ? <Icon name="clock" /> : view.refreshPath !== null && <span className="live-dot" />}
      {view.freshness}
    </p>
  );
}
