"use server";

import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { tooMany } from "#app/_server/sign-in/too-many.ts";
import { changeRole } from "#lib/accounts/change-role.ts";
import { revokeInvitation as revoke } from "#lib/accounts/invitations.ts";
import { inviteMember } from "#lib/accounts/invite-member.ts";
import { removeMember } from "#lib/accounts/remove-member.ts";
import { findMerchantBySlug } from "#lib/merchants/find-merchant.ts";
import { type ActionAnswer, done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";
import type { UserId } from "#lib/shared/ids.ts";
import { ROLES } from "#lib/shared/role.ts";

const role = z.enum(ROLES);
const member = z.strictObject({ userId: z.string().max(100) });

/** Answers the link, which is told this once. */
export const invite = consoleAction({
  name: "team.invite",
  role: "owner",
  input: z.strictObject({ email: z.string().max(1000), role }),
  run: async ({ runtime, call, audit }, input) => {
    audit({ details: { role: input.role } });
    const waitSeconds = await runtime.signIn.attempts.count("invitation_of_merchant", call.merchant.id);
    if (waitSeconds !== null) return tooMany("So many invitations are enough for now.", waitSeconds);
    const brand = (await findMerchantBySlug(runtime, call.merchant.slug))?.brand;
    const outcome = await inviteMember(runtime, {
      merchant: { ...call.merchant, ...(brand && { colors: brand.colors }) },
      inviter: call.user,
      ...input,
    });
    switch (outcome.kind) {
      case "invalid":
        return wrongInput([{ path: "email", message: "This is no e-mail address." }]);
      case "already_member":
        return wrongInput([{ path: "email", message: "Somebody with this address is a member already." }]);
      case "invited":
        audit({ subject: outcome.id, details: { email: outcome.email } });
        return done({ url: outcome.url, email: outcome.email, isMailed: outcome.isMailed });
    }
  },
});

export const revokeInvitation = consoleAction({
  name: "team.revoke-invitation",
  role: "owner",
  input: z.strictObject({ id: z.string().max(100) }),
  run: async ({ runtime, call, audit }, { id }) => {
    audit({ subject: id });
    const outcome = await revoke(runtime, { merchantId: call.merchant.id, id });
    return outcome === "revoked" ? done(null) : nothingDone("There is no such invitation any more.", "not_found");
  },
});

export const setRole = consoleAction({
  name: "team.set-role",
  role: "owner",
  input: member.extend({ role }),
  run: async ({ runtime, call, audit }, input) => {
    audit({ subject: input.userId, details: { role: input.role } });
    return answerOf(await changeRole(runtime, { merchantId: call.merchant.id, userId: input.userId as UserId, role: input.role }));
  },
});

export const remove = consoleAction({
  name: "team.remove",
  role: "owner",
  input: member,
  run: async ({ runtime, call, audit }, { userId }) => {
    audit({ subject: userId });
    return answerOf(await removeMember(runtime, { merchantId: call.merchant.id, userId: userId as UserId }));
  },
});

export const leave = consoleAction({
  name: "team.leave",
  role: "viewer",
  input: z.strictObject({}),
  run: async ({ runtime, call }) => answerOf(await removeMember(runtime, { merchantId: call.merchant.id, userId: call.user.id })),
});

function answerOf(outcome: "done" | "not_found" | "last_owner"): ActionAnswer {
  switch (outcome) {
    case "done":
      return done(null);
    case "not_found":
      return nothingDone("There is no such member any more.", "not_found");
    case "last_owner":
      return nothingDone("A shop always has an owner. Make somebody else an owner first.");
  }
}
