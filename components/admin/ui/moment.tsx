import type { MomentText } from "#lib/view/console-time.ts";

export function Moment({ moment }: { moment: MomentText }) {
  return (
    <time dateTime={moment.dateTime} title={moment.title} className="whitespace-nowrap">
      {moment.text}
    </time>
  );
}
