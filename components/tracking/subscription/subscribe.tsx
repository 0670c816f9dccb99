import { Icon } from "#components/ui/icon.tsx";
import type { SubscribeView } from "#lib/view/subscribe-view.ts";
import { NewsForm } from "./news-form.tsx";

/** Quiet until somebody wants it; opens without a script. */
export function Subscribe({ subscribe }: { subscribe: SubscribeView }) {
  return (
    <details className="subscribe" id="subscribe">
      <summary>
        <Icon name="mail" />
        {subscribe.heading}
      </summary>
      <NewsForm form={subscribe.form} />
    </details>
  );
}
