import type { Database } from "#lib/db/engine/database.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { type UpsertMerchantInput, upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { DEMO_BRANDS } from "./demo-brands.ts";

interface Context {
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

/** The demo's shops by slug; those there already stay as they are, brands edited since included. */
export async function ensureDemoMerchants(ctx: Context): Promise<ReadonlyMap<string, Merchant>> {
  const merchants = new Map<string, Merchant>();
  for (const { slug, hosts, isDefault, brand } of DEMO_BRANDS) {
    merchants.set(slug, (await findMerchantBySlug(ctx, slug)) ?? (await make(ctx, { slug, hosts, isDefault, brand })));
  }
  return merchants;
}

async function make(ctx: Context, input: UpsertMerchantInput): Promise<Merchant> {
  const outcome = await upsertMerchant(ctx, input);
  if (outcome.kind === "saved") return outcome.merchant;
  throw new AppError("internal", { message: `The demo merchant ${input.slug} could not be made.`, details: { outcome } });
}
