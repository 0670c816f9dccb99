import { replaceBrand } from "#lib/brands/replace-brand.ts";
import { getBrand, saveBrand } from "#lib/contracts/api/operations/brand.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { refuseTestKey } from "../_standard/choose-mode.ts";
import { endpoint } from "../_standard/endpoint.ts";
import { invalidInput, notFound } from "../_standard/problem-answer.ts";

export const brandEndpoints = [
  endpoint(getBrand, async (call) => {
    const merchant = await findMerchantBySlug(call.services.runtime, call.caller.merchantSlug);
    return merchant ? { status: 200, body: merchant.brand } : notFound(call, "merchant");
  }),

  endpoint(saveBrand, async (call, { body }) => {
    const refusal = refuseTestKey(call, "the brand, which both modes share");
    if (refusal) return refusal;
    const outcome = await replaceBrand(call.services.runtime, { slug: call.caller.merchantSlug, brand: body });
    switch (outcome.kind) {
      case "saved":
        return { status: 200, body: outcome.merchant.brand };
      case "invalid":
        return invalidInput(call, outcome.issues);
    }
  }),
];
