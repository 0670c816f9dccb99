import { Icon } from "../../../ui/icon.tsx";
import { isUnsaved, type StudioState } from "../studio-state.ts";

/** Whether what was typed is kept; always there, and read aloud when it changes for the worse. */
export function SaveState({ state, onRetry }: { state: StudioState; onRetry: () => void }) {
  const { kind, text } = sayState(state);
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

function sayState(state: StudioState): { kind: "saved" | "saving" | "failed"; text: string } {
  if (state.conflict !== null) return { kind: "failed", text: "Not saved: somebody else saved meanwhile" };
  if (state.saving.kind === "failed") return { kind: "failed", text: `Not saved: ${state.saving.message}` };
  if (state.saving.kind === "under_way" || isUnsaved(state)) return { kind: "saving", text: "Saving…" };
  return { kind: "saved", text: "Saved" };
}
