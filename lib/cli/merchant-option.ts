import { findMerchantBySlug, loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { listMerchants } from "#lib/merchants/list-merchants.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { CommandArguments } from "./command.ts";

/** The merchant that `--merchant` names, else the default one; a sentence where there is none of that name. */
export async function readMerchantOption(runtime: Runtime, { merchant: slug }: CommandArguments["options"]): Promise<Merchant | string> {
  if (slug === undefined) return loadDefaultMerchant(runtime);
  const merchant = await findMerchantBySlug(runtime, String(slug));
  if (merchant) return merchant;
  const slugs = (await listMerchants(runtime)).map((known) => known.slug);
  return `There is no merchant "${slug}". There are: ${slugs.join(", ")}.`;
}

/** The one that `--merchant` names, else all of them. */
export async function readMerchantsOption(runtime: Runtime, options: CommandArguments["options"]): Promise<Merchant[] | string> {
  if (options.merchant !== undefined) {
    const merchant = await readMerchantOption(runtime, options);
    return typeof merchant === "string" ? merchant : [merchant];
  }
  const merchants = (await listMerchants(runtime)).map(({ slug }) => findMerchantBySlug(runtime, slug));
  return (await Promise.all(merchants)).filter((merchant) => merchant !== null);
}
