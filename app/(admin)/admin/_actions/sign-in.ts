"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getServices } from "#app/_server/services.ts";
import { openAction } from "#app/_server/sign-in/open-action.ts";
import { ownPath } from "#app/_server/sign-in/own-path.ts";
import { readVisit } from "#app/_server/sign-in/read-visit.ts";
import { setCookies } from "#app/_server/sign-in/set-cookies.ts";
import { tooMany } from "#app/_server/sign-in/too-many.ts";
import { acceptInvitation } from "#lib/accounts/accept-invitation.ts";
import { chooseMerchant } from "#lib/accounts/choose-merchant.ts";
import { findSession } from "#lib/accounts/find-session.ts";
import { requestReset } from "#lib/accounts/request-reset.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import type { Visit } from "#lib/accounts/sign-in.ts";
import { signInByPassword } from "#lib/accounts/sign-in-by-password.ts";
import { signOut as endSession } from "#lib/accounts/sign-out.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { done, nothingDone, wrongInput } from "#lib/shared/action-answer.ts";

const text = z.string().max(1000);

/** Answers where to go. */
export const signIn = openAction({
  name: "sign-in.password",
  input: z.strictObject({ email: text, password: text, next: text }),
  run: async ({ runtime, visit }, { email, password, next }) => {
    const outcome = await signInByPassword(runtime, { visit, email, password });
    switch (outcome.kind) {
      case "wrong":
        return nothingDone("That address and password do not go together.");
      case "too_many":
        return tooMany("Too many tries.", outcome.waitSeconds);
      case "signed_in":
        await setCookies(outcome.cookies);
        return done({ next: ownPath(next) });
    }
  },
});

export const askForReset = openAction({
  name: "sign-in.ask-for-reset",
  input: z.strictObject({ email: text }),
  run: async ({ runtime, visit }, { email }) => {
    const outcome = await requestReset(runtime, { email, address: visit.address });
    switch (outcome.kind) {
      case "invalid":
        return wrongInput([{ path: "email", message: "This is no e-mail address." }]);
      case "too_many":
        return tooMany("Too many requests.", outcome.waitSeconds);
      case "no_mail":
        return nothingDone("This installation sends no mail.");
      case "asked":
        return done(null);
    }
  },
});

export const chooseNewPassword = openAction({
  name: "sign-in.reset",
  input: z.strictObject({ token: text, password: text }),
  run: async ({ runtime, visit }, { token, password }) => {
    const waitSeconds = await runtime.signIn.attempts.countFrom("token_from_network", visit.address);
    if (waitSeconds !== null) return tooMany("Too many tries.", waitSeconds);
    const outcome = await resetPassword(runtime, { token, newPassword: password });
    switch (outcome.kind) {
      case "weak_password":
        return wrongInput(outcome.issues);
      case "closed":
        return nothingDone("This link works no more. Ask for another one.");
      case "reset":
        return done(null);
    }
  },
});

/** Somebody new, with a link that invites them. */
export const joinAsNewUser = openAction({
  name: "sign-in.join",
  input: z.strictObject({ token: text, name: text, email: text, password: text }),
  run: async ({ runtime, visit }, { token, ...person }) => {
    const outcome = await accept(runtime, visit, { token, as: person });
    if (outcome.kind !== "joined") return outcome;
    const { cookies, sessionId } = await startSession(runtime, { ...visit, userId: outcome.userId });
    await chooseMerchant(runtime, { sessionId, merchantId: outcome.merchantId });
    await setCookies(cookies);
    redirect("/admin");
  },
});

/** Somebody signed in, with a link that invites them to another shop. */
export const joinSignedIn = openAction({
  name: "sign-in.join-signed-in",
  input: z.strictObject({ token: text }),
  run: async ({ runtime, visit }, { token }) => {
    const session = await findSession(runtime, visit.headers);
    if (!session) return nothingDone("You are signed out. Sign in, then open the link again.");
    const outcome = await accept(runtime, visit, { token, as: session.user });
    if (outcome.kind !== "joined") return outcome;
    await chooseMerchant(runtime, { sessionId: session.id, merchantId: outcome.merchantId });
    redirect("/admin");
  },
});

async function accept(runtime: Runtime, visit: Visit, input: Parameters<typeof acceptInvitation>[1]) {
  const waitSeconds = await runtime.signIn.attempts.countFrom("token_from_network", visit.address);
  if (waitSeconds !== null) return tooMany("Too many tries.", waitSeconds);
  const outcome = await acceptInvitation(runtime, input);
  switch (outcome.kind) {
    case "joined":
      return outcome;
    case "invalid":
      return wrongInput(outcome.issues);
    case "email_taken":
      return wrongInput([{ path: "email", message: "There is an account with this address. Sign in with it, then open the link again." }]);
    case "already_member":
      return nothingDone("You are a member of this shop already.");
    case "closed":
      return nothingDone("This link works no more. Ask for another one.");
  }
}

export async function signOut(): Promise<void> {
  const { runtime } = await getServices();
  const { cookies } = await endSession(runtime, readVisit(await headers(), runtime.config));
  await setCookies(cookies);
  redirect("/admin/sign-in");
}
