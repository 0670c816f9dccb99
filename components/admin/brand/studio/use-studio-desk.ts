import { type Dispatch, useMemo, useState } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import { BRAND_FIELD_PATHS } from "#lib/branding/brand-fields.ts";
import { brandLabel } from "#lib/branding/brand-labels.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Desk } from "./desk.ts";
import { type Draft, valueAt, withValue } from "./draft.ts";
import type { StudioEvent, StudioState } from "./studio-state.ts";

interface StudioDeskInput {
  merchant: string;
  state: StudioState;
  dispatch: Dispatch<StudioEvent>;
  issues: readonly Issue[];
  shown: Brand;
  isReadOnly: boolean;
  showsAllIssues: boolean;
}

interface StudioDesk {
  desk: Desk;
  undo(): void;
  redo(): void;
  /** The last thing worth saying aloud. */
  said: string;
}

/** The desk that fields work at, and the way back and forth from it. */
export function useStudioDesk({ merchant, state, dispatch, issues, shown, isReadOnly, showsAllIssues }: StudioDeskInput): StudioDesk {
  const [said, setSaid] = useState("");
  const { draft, past, future } = state;
  const desk = useMemo<Desk>(() => {
    const messages = new Map(issues.map(({ path, message }) => [path, message]));
    const edit = (change: (draft: Draft) => Draft, field: string | null) => {
      if (!isReadOnly) dispatch({ kind: "edited", change, field, atMs: Date.now() });
    };
    return {
      merchant,
      draft,
      shown,
      isReadOnly,
      showsAllIssues,
      type: (path, value) => edit((now) => withValue(now, path, value), path),
      choose: (path, value) => edit((now) => withValue(now, path, value), null),
      change: (change) => edit(change, null),
      issueAt: (path) => messages.get(path),
      announce: setSaid,
    };
  }, [merchant, draft, shown, issues, isReadOnly, showsAllIssues, dispatch]);

  const goTo = (kind: "undone" | "redone", other: Draft | undefined, words: string) => {
    if (other === undefined) return;
    dispatch({ kind });
    setSaid(`${words}: ${nameDifference(draft, other)}`);
  };
  return {
    desk,
    said,
    undo: () => goTo("undone", past.at(-1), "Undone"),
    redo: () => goTo("redone", future[0], "Redone"),
  };
}

function nameDifference(one: Draft, other: Draft): string {
  const changed = BRAND_FIELD_PATHS.filter((path) => valueAt(one, path) !== valueAt(other, path)).map(brandLabel);
  return changed.length > 2 ? `${changed.length} things` : changed.join(", ") || "the last change";
}
