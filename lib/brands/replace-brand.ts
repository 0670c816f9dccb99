import type { Database } from "#lib/db/engine/database.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { checkBrand } from "./check-brand.ts";

export type ReplaceBrandOutcome = { kind: "saved"; merchant: Merchant } | { kind: "invalid"; issues: Issue[] };

/** Publishes a whole brand without a draft, for programs; held to what the studio holds people to. */
export async function replaceBrand(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  { slug, brand }: { slug: string; brand: unknown },
): Promise<ReplaceBrandOutcome> {
  const checked = checkBrand(brand, slug);
  if (checked.kind === "invalid") return checked;
  const outcome = await upsertMerchant(ctx, { slug, brand: checked.brand });
  if (outcome.kind === "hosts_taken") throw new AppError("internal", { message: "Hosts were refused though none were given." });
  return outcome;
}
