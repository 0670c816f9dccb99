import { Icon } from "../../../ui/icon.tsx";
import { isUnsaved, type StudioState } from "../studio-state.ts";

interface SaveStateProps {
  state: StudioState;
  /** How many changes shoppers do not see yet; null while that cannot be told. */
  unpublished: number | null;
  onRetry: () => void;
}

/** Whether what was typed is kept; always there, and read aloud when it changes for the worse. */
export function SaveState({ state, unpublished, onRetry }: SaveStateProps) {
  const { kind, text } = sayState(state, unpublished);
  return (
    <p role="status" className="flex min-w-0 items-center gap-1.5 text-muted text-sm">
      {kind === "saving" && <span className="spinner" aria-hidden="true" />}
      {kind === "saved" && <Icon name="check" className="text-good" />}
      {kind === "failed" && <Icon name="alert" className="text-bad" />}
      <span className={`truncate ${kind === "failed" ? "text-bad" : ""}`} title={text}>
        {text}
      </span>
      {state.saving.kind === "failed" && (
        <button type="button" onClick={onRetry} className="cursor-pointer whitespace-nowrap text-accent underline">
          Save now
        </button>
      )}
    </p>
  );
}

function sayState(state: StudioState, unpublished: number | null): { kind: "saved" | "saving" | "failed"; text: string } {
  if (state.conflict !== null) return { kind: "failed", text: "Not saved: somebody else saved meanwhile" };
  if (state.saving.kind === "failed") return { kind: "failed", text: `Not saved: ${state.saving.message}` };
  if (state.saving.kind === "under_way" || isUnsaved(state)) return { kind: "saving", text: "Saving…" };
  return { kind: "saved", text: unpublished === null ? "Saved" : `Saved, ${sayUnpublished(unpublished)}` };
}

function sayUnpublished(count: number): string {
  if (count === 0) return "as published";
  return `${count === 1 ? "1 change" : `${count} changes`} to publish`;
}
