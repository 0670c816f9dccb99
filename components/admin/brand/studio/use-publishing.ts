import type { Dispatch } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import type { ActionAnswer } from "#lib/shared/action-answer.ts";
import { problemOf } from "../../ui/use-action.island.tsx";
import { eventOfSave } from "./save-answer.ts";
import type { StudioActions } from "./studio-actions.ts";
import type { StudioEvent, StudioState } from "./studio-state.ts";

interface Publishing {
  merchant: string;
  state: StudioState;
  brand: Brand | null;
  dispatch: Dispatch<StudioEvent>;
  actions: Pick<StudioActions, "publishBrand" | "saveDraft">;
  onPublished: (version: number) => void;
}

const UNREACHABLE: ActionAnswer<never> = {
  kind: "failed",
  message: "The server could not be reached. Nothing was published; please try again.",
};

/** Publishes the saved draft; gives back what went wrong, if it did. */
export function usePublishing({ merchant, state, brand, dispatch, actions, onPublished }: Publishing) {
  const { draft, saved, published } = state;
  return async (note: string | null): Promise<string | null> => {
    if (brand === null) return "Some things have to be mended first.";
    const answer = (await actions.publishBrand(merchant, { revision: saved.revision, note }).catch(() => UNREACHABLE)) ?? UNREACHABLE;
    if (answer.kind === "done") {
      const { revision } = answer.value;
      const version = answer.value.kind === "published" ? answer.value.version : published.version;
      dispatch({ kind: "settled", kept: { draft, revision }, published: { version, brand } });
      onPublished(version);
      return null;
    }
    // Saving what is saved already tells what happened meanwhile.
    if (answer.kind === "refused" && answer.reason === "conflict") {
      dispatch({ kind: "save_began", draft });
      dispatch(eventOfSave(await actions.saveDraft(merchant, { revision: saved.revision, brand: draft }).catch(() => UNREACHABLE)));
    }
    return problemOf(answer) ?? "This cannot be published as it is.";
  };
}
