import type { Brand } from "#lib/branding/brand.ts";
import type { Draft } from "./draft.ts";

/** A draft the server holds. */
export interface KeptDraft {
  draft: Draft;
  /** Counts savings; whoever saves over one they have not seen is told. */
  revision: number;
}

/** What pages show. */
export interface Published {
  version: number;
  brand: Brand;
}

/** How things stand after somebody else saved or published. */
export interface OthersDraft extends KeptDraft {
  updatedBy: string | null;
  published: Published;
}

export interface StudioState {
  /** What is on the screen. */
  draft: Draft;
  /** Earlier drafts, the newest last; later ones, the next first. */
  past: readonly Draft[];
  future: readonly Draft[];
  /** The field typed in last, and when: typing on in it is part of the same step. */
  typing: { field: string; atMs: number } | null;
  saved: KeptDraft;
  published: Published;
  saving: Saving;
  conflict: OthersDraft | null;
}

export type Saving =
  | { kind: "idle" }
  /** `failures` in a row before this one. */
  | { kind: "under_way"; draft: Draft; failures: number }
  /** The same again is worth trying only if it may help. */
  | { kind: "failed"; draft: Draft; failures: number; message: string; mayHelp: boolean };

export type StudioEvent =
  /** A change of what is there by then: an upload may end long after it began. `field` null: a step of its own. */
  | { kind: "edited"; change: (draft: Draft) => Draft; field: string | null; atMs: number }
  | { kind: "undone" }
  | { kind: "redone" }
  | { kind: "save_began"; draft: Draft }
  | { kind: "saved"; revision: number }
  | { kind: "save_failed"; message: string; mayHelp: boolean }
  | { kind: "overtaken"; by: OthersDraft }
  | { kind: "kept_mine" }
  | { kind: "took_theirs" }
  /** Done by the server at our wish: published, discarded, imported. */
  | { kind: "settled"; kept: KeptDraft; published: Published };

/** Typing in one field is one step as long as no pause is longer. */
const STEP_MS = 1000;
const MOST_STEPS = 300;

export function openStudio({ saved, published }: { saved: KeptDraft; published: Published }): StudioState {
  return {
    draft: saved.draft,
    past: [],
    future: [],
    typing: null,
    saved,
    published,
    saving: { kind: "idle" },
    conflict: null,
  };
}

export function isUnsaved({ draft, saved }: StudioState): boolean {
  return draft !== saved.draft;
}

/** Whether to save now: one at a time, not over somebody else's work, and nothing again that was refused for good. */
export function wantsSaving(state: StudioState): boolean {
  const { saving, conflict, draft } = state;
  if (!isUnsaved(state) || conflict !== null || saving.kind === "under_way") return false;
  return saving.kind === "idle" || saving.mayHelp || saving.draft !== draft;
}

export function reduceStudio(state: StudioState, event: StudioEvent): StudioState {
  switch (event.kind) {
    case "edited":
      return edit(state, event);
    case "undone":
      return undo(state);
    case "redone":
      return redo(state);
    case "save_began":
      return { ...state, saving: { kind: "under_way", draft: event.draft, failures: failuresOf(state.saving) } };
    case "saved":
      return keepSaved(state, event.revision);
    case "save_failed":
      return fail(state, event.message, event.mayHelp);
    case "overtaken":
      return overtake({ ...state, saving: { kind: "idle" }, published: event.by.published }, event.by);
    case "kept_mine":
      return state.conflict === null ? state : { ...state, saved: state.conflict, conflict: null };
    case "took_theirs":
      return state.conflict === null ? state : { ...step(state, state.conflict.draft), saved: state.conflict, conflict: null };
    case "settled":
      return settle(state, event);
  }
}

function edit(state: StudioState, { change, field, atMs }: StudioEvent & { kind: "edited" }): StudioState {
  const draft = change(state.draft);
  if (draft === state.draft) return state;
  const { typing } = state;
  const goesOn = field !== null && typing?.field === field && atMs - typing.atMs <= STEP_MS && state.past.length > 0;
  const changed = goesOn ? { ...state, draft, future: [] } : step(state, draft);
  return { ...changed, typing: field === null ? null : { field, atMs } };
}

/** To another draft, with a way back. */
function step(state: StudioState, draft: Draft): StudioState {
  if (draft === state.draft) return state;
  return { ...state, draft, past: [...state.past, state.draft].slice(-MOST_STEPS), future: [], typing: null };
}

function undo(state: StudioState): StudioState {
  const draft = state.past.at(-1);
  if (draft === undefined) return state;
  return { ...state, draft, past: state.past.slice(0, -1), future: [state.draft, ...state.future], typing: null };
}

function redo(state: StudioState): StudioState {
  const [draft, ...future] = state.future;
  if (draft === undefined) return state;
  return { ...state, draft, past: [...state.past, state.draft], future, typing: null };
}

/** What was typed while saving is left to be saved. */
function keepSaved(state: StudioState, revision: number): StudioState {
  if (state.saving.kind !== "under_way") return state;
  return { ...state, saved: { draft: state.saving.draft, revision }, saving: { kind: "idle" } };
}

/** Somebody has to decide only where both have done something: not where the draft is still ours, nor where nothing of ours is unsaved. */
function overtake(state: StudioState, by: OthersDraft): StudioState {
  const { draft, revision } = by;
  if (isSame(draft, state.draft)) return { ...state, saved: { draft: state.draft, revision } };
  if (isSame(draft, state.saved.draft)) return { ...state, saved: { draft: state.saved.draft, revision } };
  if (!isUnsaved(state)) return { ...step(state, draft), saved: { draft, revision } };
  return { ...state, conflict: by };
}

function settle(state: StudioState, { kept, published }: StudioEvent & { kind: "settled" }): StudioState {
  return { ...step(state, kept.draft), saved: kept, published, saving: { kind: "idle" }, conflict: null };
}

const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other);

function fail(state: StudioState, message: string, mayHelp: boolean): StudioState {
  if (state.saving.kind !== "under_way") return state;
  return { ...state, saving: { ...state.saving, kind: "failed", failures: state.saving.failures + 1, message, mayHelp } };
}

const failuresOf = (saving: Saving) => (saving.kind === "idle" ? 0 : saving.failures);
