import type { ReactNode } from "react";
import { LinkButton } from "../../../ui/button.tsx";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import type { StudioState } from "../studio-state.ts";
import { SaveState } from "./save-state.tsx";

export type StudioPane = "edit" | "preview";

interface StudioBarProps {
  state: StudioState;
  isReadOnly: boolean;
  unpublished: number | null;
  pane: StudioPane;
  onPane: (pane: StudioPane) => void;
  onUndo: () => void;
  onRedo: () => void;
  onSave: () => void;
  /** What is wrong; beside it there is room to come and go. */
  issues: ReactNode;
  /** What is rarely needed, and publishing. */
  children: ReactNode;
}

/** Always in sight: whether the work is kept, the way back, and the way out to shoppers. */
export function StudioBar({ state, isReadOnly, unpublished, pane, onPane, onUndo, onRedo, onSave, issues, children }: StudioBarProps) {
  return (
    <header className="sticky top-12 z-20 -mx-4 -mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-canvas px-4 py-2.5 sm:-mx-6 sm:px-6 lg:top-0 lg:-mx-8 lg:px-8 lg:py-3">
      <h1 className="text-xl">Brand</h1>
      <div className="flex min-w-0 flex-1 items-center gap-3">
        {isReadOnly ? (
          <p className="truncate text-muted text-sm">Only to look at</p>
        ) : (
          <SaveState state={state} unpublished={unpublished} onRetry={onSave} />
        )}
        {issues}
      </div>
      {!isReadOnly && (
        <div className="flex">
          <HistoryButton icon="undo" label="Undo" keys="Ctrl Z" isOff={state.past.length === 0} onClick={onUndo} />
          <HistoryButton icon="redo" label="Redo" keys="Ctrl Shift Z" isOff={state.future.length === 0} onClick={onRedo} />
        </div>
      )}
      <LinkButton href="/admin/brand/versions" size="small" variant="quiet" className="max-xl:hidden">
        Versions
      </LinkButton>
      <LinkButton href="/admin/brand/matrix" size="small" variant="quiet" className="max-xl:hidden">
        Every status
      </LinkButton>
      <div className="flex w-full items-center gap-2 sm:w-auto">
        <div className="mr-auto lg:hidden">
          <Segmented
            label="Pane"
            value={pane}
            choices={[
              { value: "edit", words: "Edit" },
              { value: "preview", words: "Preview" },
            ]}
            onChange={onPane}
          />
        </div>
        {children}
      </div>
    </header>
  );
}

interface HistoryButtonProps {
  icon: IconName;
  label: string;
  keys: string;
  isOff: boolean;
  onClick: () => void;
}

function HistoryButton({ icon, label, keys, isOff, onClick }: HistoryButtonProps) {
  return (
    <button type="button" className="button button-quiet button-small" title={`${label} (${keys})`} disabled={isOff} onClick={onClick}>
      <Icon name={icon} className="text-lg" />
      <span className="sr-only">{label}</span>
    </button>
  );
}
