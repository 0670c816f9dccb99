import { z } from "zod";
import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { applyEasyPostBrand, toBrandFieldError } from "#lib/contracts/easypost-json/apply-brand.ts";
import { buildEasyPostBrand, EASYPOST_THEMES } from "#lib/contracts/easypost-json/build-brand.ts";
import { buildEasyPostUser } from "#lib/contracts/easypost-json/build-user.ts";
import { easypostUserId } from "#lib/contracts/easypost-json/owner-ids.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import { AppError } from "#lib/shared/errors.ts";
import { easypostError } from "./easypost-error.ts";
import { changedText, parseSection } from "./params.ts";

/** The caller's own user and no other: there are no child users here. */
export const userEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/users", handle: retrieveMe },
  { method: "GET", path: "/users/:id", handle: retrieveUser },
  { method: "GET", path: "/users/:id/brand", handle: retrieveBrand },
  { method: "PATCH", path: "/users/:id/brand", handle: updateBrand },
  { method: "PUT", path: "/users/:id/brand", handle: updateBrand },
];

async function retrieveMe(call: ApiCall): Promise<ApiAnswer> {
  const { brand, id } = await loadMerchant(call);
  return { status: 200, body: buildEasyPostUser(brand, id) };
}

async function retrieveUser(call: ApiCall): Promise<ApiAnswer> {
  return isOwnUser(call) ? retrieveMe(call) : easypostError("NOT_FOUND");
}

async function retrieveBrand(call: ApiCall): Promise<ApiAnswer> {
  return isOwnUser(call) ? describeBrand(call, await loadMerchant(call)) : easypostError("NOT_FOUND");
}

const LONGEST_WORD = 200;
const LONGEST_URL = 2048;
/** Room for a picture as a data URL, to be told that there is none. */
const LONGEST_PICTURE = 1_000_000;

const brandParams = z.object({
  name: changedText(LONGEST_WORD),
  color: changedText(LONGEST_WORD),
  background_color: changedText(LONGEST_WORD),
  theme: z.enum(EASYPOST_THEMES, `must be ${EASYPOST_THEMES.join(" or ")}`).optional(),
  logo: changedText(LONGEST_PICTURE),
  logo_href: changedText(LONGEST_URL),
  ad: changedText(LONGEST_PICTURE),
  ad_href: changedText(LONGEST_URL),
});

/** The brand is on the pages that customers see: EasyPost lets no test key change it, nor do we. */
async function updateBrand(call: ApiCall): Promise<ApiAnswer> {
  if (!isOwnUser(call)) return easypostError("NOT_FOUND");
  if (call.caller.mode === "test") return easypostError("MODE.UNAUTHORIZED");
  const parsed = parseSection("brand", brandParams, call.body);
  if (parsed.kind === "refused") return parsed.answer;

  const { slug, brand } = await loadMerchant(call);
  const applied = applyEasyPostBrand(brand, parsed.value, call.origin);
  if (applied.kind === "refused") return easypostError("BRAND.INVALID", { errors: applied.errors });
  const outcome = await upsertMerchant(call.services.runtime, { slug, brand: applied.brand });
  switch (outcome.kind) {
    case "saved":
      return describeBrand(call, outcome.merchant);
    case "invalid":
      return easypostError("BRAND.INVALID", { errors: outcome.issues.map(toBrandFieldError) });
    case "hosts_taken":
      throw new AppError("internal", { message: "Hosts were refused though none were given." });
  }
}

function describeBrand({ origin }: ApiCall, { brand, id }: Merchant): ApiAnswer {
  return { status: 200, body: buildEasyPostBrand(brand, { merchantId: id, origin }) };
}

function isOwnUser({ caller, params }: ApiCall): boolean {
  return params.id === easypostUserId(caller.merchantId);
}

async function loadMerchant({ services, caller }: ApiCall): Promise<Merchant> {
  const merchant = await findMerchantBySlug(services.runtime, caller.merchantSlug);
  if (merchant === null) throw new AppError("merchant_unknown", { message: `The merchant ${caller.merchantSlug} has just been removed.` });
  return merchant;
}
