import type { ActionAnswer } from "#lib/shared/action-answer.ts";
import type { Draft } from "./draft.ts";
import type { DraftOnServer } from "./studio-actions.ts";
import type { OthersDraft, StudioEvent } from "./studio-state.ts";

export type SaveAnswer = ActionAnswer<{ kind: "saved"; revision: number } | { kind: "conflict"; draft: DraftOnServer }>;

export const UNREACHABLE: SaveAnswer = { kind: "failed", message: "the server cannot be reached" };

/** What an answer to saving means for the studio. */
export function eventOfSave(answer: SaveAnswer): StudioEvent {
  switch (answer.kind) {
    case "done":
      return answer.value.kind === "saved"
        ? { kind: "saved", revision: answer.value.revision }
        : { kind: "overtaken", by: readOthersDraft(answer.value.draft) };
    case "invalid":
      return { kind: "save_failed", message: `the draft ${answer.issues[0]?.message ?? "cannot be kept"}`, mayHelp: false };
    case "refused":
      return { kind: "save_failed", message: answer.message, mayHelp: answer.reason === "too_many" };
    case "failed":
      return { kind: "save_failed", message: answer.message, mayHelp: true };
  }
}

export function readOthersDraft({ brand, revision, updatedBy, published }: DraftOnServer): OthersDraft {
  return { draft: toDraft(brand), revision, updatedBy, published };
}

/** Whatever was kept as a draft; nothing but an object can be typed into. */
export function toDraft(brand: unknown): Draft {
  return typeof brand === "object" && brand !== null && !Array.isArray(brand) ? (brand as Draft) : {};
}
