import type { TimeText } from "#lib/view/tracking-view.ts";

/** A moment as it was formatted, isolated so that digits keep their order in right-to-left text. */
export function Time({ time, className }: { time: TimeText; className?: string }) {
  return (
    <time dateTime={time.dateTime} {...(className === undefined ? {} : { className })}>
      <bdi>{time.zoneLabel === null ? time.text : `${time.text} ${time.zoneLabel}`}</bdi>
    </time>
  );
}
