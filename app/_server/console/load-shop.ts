import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { MerchantAddress } from "#lib/merchants/merchant-address.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** The shop with its published brand, where its pages begin, and the first of them. */
export async function loadShop(
  runtime: Pick<Runtime, "db" | "config">,
  { id, slug }: { id: MerchantId; slug: string },
): Promise<{ merchant: Merchant; address: MerchantAddress; home: string }> {
  const merchant = await findMerchantBySlug(runtime, slug);
  if (!merchant) throw new AppError("merchant_unknown", { message: `There is no merchant "${slug}".` });
  const address = await loadMerchantAddress(runtime, id);
  return { merchant, address, home: `${address.origin}${address.pathPrefix}/` };
}
