import type { Brand } from "#lib/branding/brand.ts";
import { easypostUserId } from "./owner-ids.ts";

export interface EasyPostUserJson {
  id: string;
  object: "User";
  parent_id: null;
  name: string;
  phone_number: string | null;
  verified: true;
  email: string | null;
  children: [];
}

/** The merchant as EasyPost's User. There are no balances and no fees here, so none are told. */
export function buildEasyPostUser(brand: Brand, merchantId: string): EasyPostUserJson {
  return {
    id: easypostUserId(merchantId),
    object: "User",
    parent_id: null,
    name: brand.name,
    phone_number: brand.support?.phone ?? null,
    verified: true,
    email: brand.support?.email ?? null,
    children: [],
  };
}
