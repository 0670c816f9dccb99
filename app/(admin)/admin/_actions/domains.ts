"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { addDomain as add, MOST_DOMAINS } from "#lib/domains/add-domain.ts";
import { describeCheck } from "#lib/domains/build-domain-view.ts";
import { checkDomain as check } from "#lib/domains/check-domain.ts";
import { removeDomain as remove } from "#lib/domains/remove-domain.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

const id = z.string().max(80);
const GONE = nothingDone("This domain is no longer among yours.", "not_found");

/** Looks at once as well: whoever made the records before is through, and the others learn our addresses. */
export const addDomain = consoleAction({
  name: "domain.add",
  role: "owner",
  input: z.strictObject({ host: z.string().max(300, "is longer than any name") }),
  run: async ({ runtime, call, audit }, { host }) => {
    const merchantId = call.merchant.id;
    const outcome = await add(runtime, { merchantId, userId: call.user.id, text: host });
    switch (outcome.kind) {
      case "invalid":
        return wrongInput([{ path: "host", message: outcome.message }]);
      case "exists":
        return wrongInput([{ path: "host", message: `${outcome.host} is among your domains already.` }]);
      case "too_many":
        return nothingDone(`A shop can have ${MOST_DOMAINS} domains. Remove one that is not needed any more.`);
      case "added":
        audit({ subject: outcome.domain.host });
        await check(runtime, { merchantId, id: outcome.domain.id });
        return done({ host: outcome.domain.host });
    }
  },
});

export const checkDomain = consoleAction({
  name: "domain.check",
  role: "owner",
  input: z.strictObject({ id }),
  run: async ({ runtime, call, audit }, input) => {
    const outcome = await check(runtime, { merchantId: call.merchant.id, id: input.id });
    if (outcome.kind === "not_found") return GONE;
    audit({ subject: outcome.domain.host, details: { state: outcome.domain.state } });
    return done({ isActive: outcome.domain.state === "active", words: describeCheck(outcome.domain) });
  },
});

export const removeDomain = consoleAction({
  name: "domain.remove",
  role: "owner",
  input: z.strictObject({ id }),
  run: async ({ runtime, call, audit }, input) => {
    const outcome = await remove(runtime, { merchantId: call.merchant.id, id: input.id });
    if (outcome.kind === "not_found") return GONE;
    audit({ subject: outcome.host });
    return done(null);
  },
});
