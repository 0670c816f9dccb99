import type { Database } from "#lib/db/engine/database.ts";
import { saveDraftRow } from "#lib/db/queries/brand-drafts.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { checkBrand } from "./check-brand.ts";
import { type Draft, readWork } from "./draft.ts";

export interface SaveDraftInput {
  merchantId: MerchantId;
  userId: UserId;
  /** That of the draft the change was made to. */
  revision: number;
  /** JSON as it stands, right or wrong. */
  brand: unknown;
}

export type SaveDraftOutcome =
  | { kind: "saved"; revision: number; issues: Issue[] }
  /** Somebody saved or published meanwhile; `draft` is how things stand. */
  | { kind: "conflict"; draft: Draft }
  | { kind: "too_big" };

const MOST_BYTES = 64 * 1024;

/** Keeps what was typed, so that nothing is lost; publishing is what asks for it to be right. */
export async function saveDraft(
  ctx: { db: Database; clock: Clock },
  { merchantId, userId, revision, brand }: SaveDraftInput,
): Promise<SaveDraftOutcome> {
  const text = JSON.stringify(brand) ?? "null";
  if (Buffer.byteLength(text) > MOST_BYTES) return { kind: "too_big" };
  const saved = await saveDraftRow(ctx.db.kysely, { merchantId, revision, brand: text, at: ctx.clock.now(), by: userId });
  const { slug, draft } = await readWork(ctx.db.kysely, merchantId);
  if (saved === null) return { kind: "conflict", draft };
  const checked = checkBrand(brand, slug);
  return { kind: "saved", revision: saved, issues: checked.kind === "brand" ? [] : checked.issues };
}
