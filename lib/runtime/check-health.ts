import { loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import type { Runtime } from "./runtime.ts";

/** Whether a page could be served now: asks the database what every page asks first. */
export async function checkHealth(runtime: Runtime): Promise<boolean> {
  return loadDefaultMerchant(runtime).then(
    () => true,
    () => false,
  );
}
