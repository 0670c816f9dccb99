import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { lockDraft, saveDraftRow } from "#lib/db/queries/brand-drafts.ts";
import { lockPublishedBrand, publishBrandRow } from "#lib/db/queries/brand-versions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { checkBrand } from "./check-brand.ts";
import { type Draft, isSameBrand, readDraft } from "./draft.ts";

export interface PublishDraftInput {
  merchantId: MerchantId;
  userId: UserId;
  /** That of the draft whose changes were looked at. */
  revision: number;
  /** Why, for whoever reads the versions later. */
  note: string | null;
}

export type PublishDraftOutcome =
  /** `revision` is the draft's new one. */
  | { kind: "published"; version: number; revision: number }
  | { kind: "invalid"; issues: Issue[] }
  /** Somebody saved or published meanwhile; `draft` is how things stand. */
  | { kind: "conflict"; draft: Draft }
  /** It looks like what is published; nothing is worked on any more. */
  | { kind: "unchanged"; revision: number };

/** The draft is closed, and told that another brand is published. */
const REVISIONS_OF_A_PUBLICATION = 2;

/** Makes the draft what pages show from the next request on, and a version to come back to. */
export async function publishDraft(
  ctx: { db: Database; clock: Clock },
  { merchantId, userId, revision, note }: PublishDraftInput,
): Promise<PublishDraftOutcome> {
  const at = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<PublishDraftOutcome> => {
    const published = await lockPublishedBrand(trx, merchantId);
    const draft = await lockDraft(trx, merchantId);
    if ((draft?.revision ?? 0) !== revision) return { kind: "conflict", draft: await readDraft(trx, merchantId) };
    if (draft === undefined || draft.brand === null) return { kind: "unchanged", revision };

    const checked = checkBrand(JSON.parse(draft.brand), published.slug);
    if (checked.kind === "invalid") return checked;
    const { brand } = checked;
    await saveDraftRow(trx, { merchantId, revision, brand: null, at, by: userId });
    if (isSameBrand(brand, readStoredBrand(published.brand))) return { kind: "unchanged", revision: revision + 1 };

    const publication = { merchantId, name: brand.name, brand: JSON.stringify(brand), at, by: userId, note, restoredFrom: null };
    const version = await publishBrandRow(trx, publication);
    return { kind: "published", version, revision: revision + REVISIONS_OF_A_PUBLICATION };
  });
}
