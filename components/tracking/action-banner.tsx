import { Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ActionView } from "#lib/view/tracking-view.ts";

export function ActionBanner({ action }: { action: ActionView }) {
  return (
    <div className="action">
      <p className="action-text">
        <Icon name="alert" />
        <span>
          {action.text}
          {action.deadline !== null && (
            <>
              {" "}
              <Time time={action.deadline} className="font-semibold" />
            </>
          )}
        </span>
      </p>
      {action.button !== null && (
        <a className="action-button" href={action.button.href} rel="noreferrer">
          {action.button.label}
        </a>
      )}
    </div>
  );
}
