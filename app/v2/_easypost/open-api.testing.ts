import { type ApiShop, type ApiVisitorOptions, createApiVisitor } from "#app/_server/visit-api.testing.ts";
import * as route from "#app/v2/[...path]/route.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";

export const UPS = "1Z999AA10123456784";
export const USPS = "9405511899223197428490";
export const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** As every client of EasyPost's sends a key. */
export const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });

export function openApi(test: TestDatabase, options: ApiVisitorOptions = {}) {
  return createApiVisitor(test, route, { keyHeaders: basic, ...options });
}

export function track(shop: ApiShop, tracking_code: string, carrier?: string) {
  return shop.call("POST", "/v2/trackers", { body: { tracker: { tracking_code, ...(carrier && { carrier }) } } });
}

export async function trackedId(shop: ApiShop, code: string, carrier?: string): Promise<string> {
  return (await track(shop, code, carrier)).json.id;
}
