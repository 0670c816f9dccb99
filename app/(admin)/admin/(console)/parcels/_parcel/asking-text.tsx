import { Moment } from "#components/admin/ui/moment.tsx";
import type { Instant } from "#lib/shared/clock.ts";
import type { InspectedTracker } from "#lib/shipments/inspect-tracker.ts";
import { momentText } from "#lib/view/console-time.ts";

/** Who is asked for news of a parcel, when, and what stands in the way. */
export function AskingText({ parcel: { asking, isWatched, tracker }, now }: { parcel: InspectedTracker; now: Instant }) {
  if (!isWatched) return "Nobody is asked: it is not followed any more.";
  if (asking === null) return "Nobody is asked: none of your polled sources follows it. News comes by webhook, or is pushed.";
  const { source, isOff, pausedUntil, problem, askedAt, nextAt } = asking;
  return (
    <>
      {source}, {askedAt ? <Moment moment={momentText(askedAt, now)} /> : "not yet"}
      {nextAt !== null && !tracker.isFinal && nextAt > now && (
        <>
          , again <Moment moment={momentText(nextAt, now)} />
        </>
      )}
      .{tracker.isFinal && " It has come to its end, so nobody asks any more."}
      {isOff && " That source is switched off."}
      {pausedUntil !== null && pausedUntil > now && (
        <>
          {" "}
          That source is left alone until <Moment moment={momentText(pausedUntil, now)} />.
        </>
      )}
      {problem && ` It last said: ${problem}`}
    </>
  );
}
