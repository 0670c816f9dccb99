import type { PageLabels } from "#lib/view/tracking-view.ts";

/**
 * Which of the two readings of every scan leads. Both are always there, so the choice is pure style:
 * the stylesheet watches the radio buttons, and it works without a script.
 */
export function TimeSwitch({ labels }: { labels: PageLabels }) {
  return (
    <fieldset className="time-switch">
      <legend className="sr-only">{labels.timeSwitch}</legend>
      <input type="radio" name="times" id="times-local" value="local" defaultChecked autoComplete="off" />
      <label htmlFor="times-local">{labels.localTime}</label>
      <input type="radio" name="times" id="times-utc" value="utc" autoComplete="off" />
      <label htmlFor="times-utc">{labels.utc}</label>
    </fieldset>
  );
}
