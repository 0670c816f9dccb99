import { createContext, useContext } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import type { Draft } from "./draft.ts";

/** What every field of the studio works with. */
export interface Desk {
  merchant: string;
  draft: Draft;
  /** The draft as the preview draws it: whole, also between two digits of a colour. */
  shown: Brand;
  isReadOnly: boolean;
  /** What goes on while the field keeps the focus: typing, dragging. One step of undo as long as there is no pause. */
  type(path: string, value: unknown): void;
  /** What is done at once: a step of its own. */
  choose(path: string, value: unknown): void;
  /** Several things at once, as one step. */
  change(change: (draft: Draft) => Draft): void;
  issueAt(path: string): string | undefined;
  /** Also of fields that nobody has come to yet. */
  showsAllIssues: boolean;
  /** Read aloud, for what is otherwise only seen. */
  announce(text: string): void;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A field of the studio was drawn outside it.");
  return desk;
}
