"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm } from "../ui/action-form.island.tsx";
import { NewPasswordField } from "./new-password-field.island.tsx";

interface ResetFormProps {
  choose: ConsoleAction<{ token: string; password: string }>;
  token: string;
  user: { name: string; email: string };
}

export function ResetForm({ choose, token, user }: ResetFormProps) {
  return (
    <ActionForm
      action={choose}
      merchant=""
      toInput={(data) => ({ token, password: String(data.get("password")) })}
      onDone={() => window.location.assign("/admin/sign-in?after=reset")}
      submitLabel="Change the password"
    >
      {/* Tells password managers whose it is. */}
      <input type="email" name="email" value={user.email} autoComplete="username" readOnly hidden />
      <NewPasswordField name="password" label="New password" knownWords={[user.name, user.email]} />
    </ActionForm>
  );
}
