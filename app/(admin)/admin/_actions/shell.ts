"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { chooseMerchant } from "#lib/accounts/choose-merchant.ts";
import { done } from "#lib/shared/action-answer.ts";

/** Opens the console of the shop it is called for, until another one is. */
export const openShop = consoleAction({
  name: "shop.open",
  role: "viewer",
  input: z.strictObject({}),
  isAudited: false,
  run: async ({ runtime, call }) => {
    await chooseMerchant(runtime, { sessionId: call.sessionId, merchantId: call.merchant.id });
    return done(null);
  },
});
