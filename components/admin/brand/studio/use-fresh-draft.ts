import { useRouter } from "next/navigation";
import { type Dispatch, useEffect } from "react";
import { readOthersDraft } from "./save-answer.ts";
import type { DraftOnServer } from "./studio-actions.ts";
import type { StudioEvent, StudioState } from "./studio-state.ts";

/**
 * Takes over what was saved or published elsewhere. Going back to the studio brings the page as it was when it was left, so it asks anew
 * on its opening, and whenever somebody comes back to it.
 */
export function useFreshDraft(opened: DraftOnServer, { saved, saving }: StudioState, dispatch: Dispatch<StudioEvent>): void {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => document.visibilityState === "visible" && router.refresh();
    refresh();
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [router]);

  const isBusy = saving.kind === "under_way";
  const isNews = opened.revision > saved.revision;
  useEffect(() => {
    if (isNews && !isBusy) dispatch({ kind: "overtaken", by: readOthersDraft(opened) });
  }, [opened, isNews, isBusy, dispatch]);
}
