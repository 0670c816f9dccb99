"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { consoleAction } from "#app/_server/console/console-action.ts";
import { readVisit } from "#app/_server/sign-in/read-visit.ts";
import { setCookies } from "#app/_server/sign-in/set-cookies.ts";
import { tooMany } from "#app/_server/sign-in/too-many.ts";
import { changePassword as change } from "#lib/accounts/change-password.ts";
import { endSessions } from "#lib/accounts/end-sessions.ts";
import { deletePasskey as forgetPasskey, renamePasskey as nameAnew } from "#lib/accounts/passkeys.ts";
import { renameUser } from "#lib/accounts/rename-user.ts";
import { type ActionAnswer, done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

const id = z.string().max(100);
const name = z.string().trim().min(1, "Say a name.").max(100, "A hundred characters are the most.");
const password = z.string().max(1000);

export const rename = consoleAction({
  name: "account.rename",
  role: "viewer",
  input: z.strictObject({ name }),
  run: async ({ runtime, call }, input) => {
    await renameUser(runtime, { userId: call.user.id, name: input.name });
    return done(null);
  },
});

export const changePassword = consoleAction({
  name: "account.change-password",
  role: "viewer",
  input: z.strictObject({ oldPassword: password, newPassword: password }),
  run: async ({ runtime, call }, input): Promise<ActionAnswer> => {
    const visit = readVisit(await headers(), runtime.config);
    const outcome = await change(runtime, { visit, user: call.user, shopName: call.merchant.name, ...input });
    switch (outcome.kind) {
      case "wrong_password":
        return wrongInput([{ path: "oldPassword", message: "This is not your password." }]);
      case "weak_password":
        return wrongInput(outcome.issues.map(({ message }) => ({ path: "newPassword", message })));
      case "too_many":
        return tooMany("Too many tries.", outcome.waitSeconds);
      case "changed":
        await setCookies(outcome.cookies);
        return done(null);
    }
  },
});

export const endSession = consoleAction({
  name: "account.end-session",
  role: "viewer",
  input: z.strictObject({ id }),
  run: async ({ runtime, call }, input) => {
    const count = await endSessions(runtime, { userId: call.user.id, only: input.id });
    return count > 0 ? done(null) : nothingDone("That session has ended already.", "not_found");
  },
});

/** Answers how many. */
export const endOtherSessions = consoleAction({
  name: "account.end-other-sessions",
  role: "viewer",
  input: z.strictObject({}),
  run: async ({ runtime, call }) => done(await endSessions(runtime, { userId: call.user.id, except: call.sessionId })),
});

export const renamePasskey = consoleAction({
  name: "account.rename-passkey",
  role: "viewer",
  input: z.strictObject({ id, name }),
  run: async ({ runtime, call }, input) => {
    const outcome = await nameAnew(runtime, { userId: call.user.id, ...input });
    return outcome === "renamed" ? done(null) : nothingDone("There is no such passkey any more.", "not_found");
  },
});

export const deletePasskey = consoleAction({
  name: "account.delete-passkey",
  role: "viewer",
  input: z.strictObject({ id }),
  run: async ({ runtime, call }, input) => {
    const outcome = await forgetPasskey(runtime, { userId: call.user.id, ...input });
    return outcome === "deleted" ? done(null) : nothingDone("There is no such passkey any more.", "not_found");
  },
});
