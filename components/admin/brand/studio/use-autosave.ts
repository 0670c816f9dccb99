import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { eventOfSave, UNREACHABLE } from "./save-answer.ts";
import type { SaveDraft } from "./studio-actions.ts";
import { isUnsaved, type StudioEvent, type StudioState, wantsSaving } from "./studio-state.ts";

const QUIET_MS = 600;
const LONGEST_PAUSE_MS = 30_000;

interface Autosave {
  merchant: string;
  state: StudioState;
  dispatch: Dispatch<StudioEvent>;
  saveDraft: SaveDraft;
  isReadOnly: boolean;
}

/** Saves once typing pauses, one save at a time, and again after what broke. Gives back a way to save at once. */
export function useAutosave({ merchant, state, dispatch, saveDraft, isReadOnly }: Autosave): () => void {
  const latest = useRef(state);
  const isUnderWay = useRef(false);
  useEffect(() => {
    latest.current = state;
  });

  const save = useCallback(async () => {
    const { draft, saved, conflict } = latest.current;
    if (isReadOnly || isUnderWay.current || conflict !== null || draft === saved.draft) return;
    isUnderWay.current = true;
    dispatch({ kind: "save_began", draft });
    const answer = await saveDraft(merchant, { revision: saved.revision, brand: draft }).catch(() => UNREACHABLE);
    isUnderWay.current = false;
    // An answer without a kind is none: the server sent the browser elsewhere.
    dispatch(eventOfSave(answer ?? UNREACHABLE));
  }, [merchant, dispatch, saveDraft, isReadOnly]);

  useEffect(() => {
    if (!wantsSaving(state)) return;
    const timer = setTimeout(() => void save(), pauseBefore(state));
    return () => clearTimeout(timer);
  }, [state, save]);

  useEffect(() => {
    const saveNow = () => void save();
    const saveWhenLeft = () => document.visibilityState === "hidden" && saveNow();
    const warn = (event: BeforeUnloadEvent) => isUnsaved(latest.current) && !isReadOnly && event.preventDefault();
    addEventListener("online", saveNow);
    addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", saveWhenLeft);
    return () => {
      removeEventListener("online", saveNow);
      removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", saveWhenLeft);
      saveNow();
    };
  }, [save, isReadOnly]);

  return useCallback(() => void save(), [save]);
}

/** Longer after every failure, but for what was typed since. */
function pauseBefore({ saving, draft }: StudioState): number {
  if (saving.kind !== "failed" || saving.draft !== draft) return QUIET_MS;
  return Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** saving.failures);
}
