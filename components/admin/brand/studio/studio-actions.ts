import type { ComponentProps } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import type { BrandChange } from "#lib/branding/diff-brands.ts";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { MakeItLikeMySite } from "../make-it-like-my-site.island.tsx";

/** How the server says that a draft stands. */
export interface DraftOnServer {
  revision: number;
  brand: unknown;
  updatedBy: string | null;
  published: { version: number; brand: Brand };
}

export type SaveDraft = ConsoleAction<
  { revision: number; brand: unknown },
  { kind: "saved"; revision: number } | { kind: "conflict"; draft: DraftOnServer }
>;
export type PublishBrand = ConsoleAction<
  { revision: number; note: string | null },
  { kind: "published"; version: number; revision: number } | { kind: "unchanged"; revision: number }
>;
export type DiscardDraft = ConsoleAction<Record<string, never>, { revision: number }>;
export type ReadBrandFile = ConsoleAction<{ text: string }, { brand: Brand; changes: BrandChange[]; imageCount: number }>;
export type ImportBrand = ConsoleAction<{ text: string }, { revision: number; brand: Brand }>;

export type SuggestLook = ComponentProps<typeof MakeItLikeMySite>["suggest"];

export interface StudioActions {
  suggestLook: SuggestLook;
  saveDraft: SaveDraft;
  publishBrand: PublishBrand;
  discardDraft: DiscardDraft;
  readBrandFile: ReadBrandFile;
  importBrand: ImportBrand;
}
