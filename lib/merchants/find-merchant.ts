import type { Database } from "#lib/db/engine/database.ts";
import { findDefaultMerchantRow, findMerchantRowById, findMerchantRowBySlug, findMerchantRowForHost } from "#lib/db/queries/merchants.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type Merchant, readMerchant, SLUG } from "./merchant.ts";
import { resolveHost } from "./resolve-host.ts";

/** Whose pages a Host header asks for: the host's owner, else the one its subdomain names, else the default merchant. */
export async function findMerchantForHost(
  ctx: { db: Database; config: { platformDomain: string | null } },
  hostHeader: string | null,
): Promise<Merchant> {
  const { host, slug } = resolveHost(hostHeader, ctx.config.platformDomain);
  const row = await findMerchantRowForHost(ctx.db, { host: host ?? "", slug: slug ?? "" });
  return row ? readMerchant(row) : throwNoDefault();
}

/** In any case of letters, as in a host's name; null for what can't be a slug, too. */
export async function findMerchantBySlug(ctx: { db: Database }, word: string): Promise<Merchant | null> {
  const slug = word.toLowerCase();
  const row = SLUG.test(slug) ? await findMerchantRowBySlug(ctx.db, slug) : undefined;
  return row ? readMerchant(row) : null;
}

/** By an id that is known from one of their rows. */
export async function findMerchantById(ctx: { db: Database }, id: MerchantId): Promise<Merchant | null> {
  const row = await findMerchantRowById(ctx.db, id);
  return row ? readMerchant(row) : null;
}

export async function loadDefaultMerchant(ctx: { db: Database }): Promise<Merchant> {
  const row = await findDefaultMerchantRow(ctx.db);
  return row ? readMerchant(row) : throwNoDefault();
}

function throwNoDefault(): never {
  throw new AppError("merchant_unknown", { message: "No merchant is the default one; the runtime makes one at start." });
}
