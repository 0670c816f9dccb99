import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** The shop with its published brand, and where its pages begin. */
export async function loadShop(
  runtime: Pick<Runtime, "db" | "config">,
  { id, slug }: { id: MerchantId; slug: string },
): Promise<{ merchant: Merchant; home: string }> {
  const merchant = await findMerchantBySlug(runtime, slug);
  if (!merchant) throw new AppError("merchant_unknown", { message: `There is no merchant "${slug}".` });
  const { origin, pathPrefix } = await loadMerchantAddress(runtime, id);
  return { merchant, home: `${origin}${pathPrefix}/` };
}
