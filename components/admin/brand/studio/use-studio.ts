import { useMemo, useReducer, useState } from "react";
import type { BrandChange } from "#lib/branding/diff-brands.ts";
import { diffBrands } from "#lib/branding/diff-brands.ts";
import { checkDraft } from "./check-draft.ts";
import type { Draft } from "./draft.ts";
import { readOthersDraft } from "./save-answer.ts";
import type { DraftOnServer, StudioActions } from "./studio-actions.ts";
import { isUnsaved, openStudio, reduceStudio } from "./studio-state.ts";
import { useAutosave } from "./use-autosave.ts";
import { useFreshDraft } from "./use-fresh-draft.ts";
import { usePublishing } from "./use-publishing.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useShownBrand } from "./use-shown-brand.ts";
import { useStudioDesk } from "./use-studio-desk.ts";

interface StudioInput {
  merchant: string;
  opened: DraftOnServer;
  isReadOnly: boolean;
  actions: StudioActions;
  onPublished: (version: number) => void;
}

const NOTHING: readonly BrandChange[] = [];

/** All that the studio knows and can do, short of how it looks. */
export function useStudio({ merchant, opened, isReadOnly, actions, onPublished }: StudioInput) {
  const [state, dispatch] = useReducer(reduceStudio, opened, open);
  const { draft, published } = state;
  const checked = useMemo(() => checkDraft(draft), [draft]);
  const { brand, issues } = checked;
  const shown = useShownBrand(draft, checked, published.brand);
  const [showsAllIssues, setShowsAllIssues] = useState(false);
  const save = useAutosave({ merchant, state, dispatch, saveDraft: actions.saveDraft, isReadOnly });
  const { desk, undo, redo, said } = useStudioDesk({ merchant, state, dispatch, issues, shown, isReadOnly, showsAllIssues });
  useFreshDraft(opened, state, dispatch);
  useShortcuts({ undo, redo, save });
  return {
    state,
    issues,
    desk,
    said,
    shown,
    changes: useMemo(() => (brand === null ? NOTHING : diffBrands(published.brand, brand)), [brand, published.brand]),
    isSaved: !isUnsaved(state),
    save,
    undo,
    redo,
    publish: usePublishing({ merchant, state, brand, dispatch, actions, onPublished }),
    /** The server has put another draft in place of this one, at our wish. */
    settle: (settled: Draft, revision: number) => dispatch({ kind: "settled", kept: { draft: settled, revision }, published }),
    keepMine: () => dispatch({ kind: "kept_mine" }),
    takeTheirs: () => dispatch({ kind: "took_theirs" }),
    showAllIssues: () => setShowsAllIssues(true),
  };
}

function open(from: DraftOnServer) {
  const { draft, revision, published } = readOthersDraft(from);
  return openStudio({ saved: { draft, revision }, published });
}
