"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { createApiKey } from "#lib/auth/create-api-key.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import { done, nothingDone } from "#lib/shared/action-answer.ts";
import { mode } from "./in-mode.ts";

const name = z.string().trim().min(1, "Give it a name, to know it by later.").max(100, "At most 100 characters.");

/** Answers the key, which is told this once. */
export const createKey = consoleAction({
  name: "key.create",
  role: "owner",
  input: z.strictObject({ mode, name }),
  run: async ({ runtime, call, audit }, input) => {
    const { key, id } = await createApiKey(runtime, { merchantId: call.merchant.id, ...input });
    audit({ subject: id, details: { name: input.name, mode: input.mode } });
    return done({ key });
  },
});

export const revokeKey = consoleAction({
  name: "key.revoke",
  role: "owner",
  input: z.strictObject({ id: z.string().max(100) }),
  run: async ({ runtime, call, audit }, { id }) => {
    audit({ subject: id });
    const outcome = await revokeApiKey(runtime, { merchantId: call.merchant.id, id });
    return outcome === "revoked" ? done(null) : nothingDone("There is no such key any more.", "not_found");
  },
});
