"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { EmailInput } from "../ui/inputs.tsx";
import { PasskeyButton } from "./passkey-button.island.tsx";
import { PasswordInput } from "./password-input.island.tsx";

interface SignInFormProps {
  signIn: ConsoleAction<{ email: string; password: string; next: string }, { next: string }>;
  next: string;
}

export function SignInForm({ signIn, next }: SignInFormProps) {
  return (
    <div className="grid gap-4">
      <ActionForm
        action={signIn}
        merchant=""
        toInput={(data) => ({ email: String(data.get("email")), password: String(data.get("password")), next })}
        onDone={(value) => window.location.assign(value.next)}
        submitLabel="Sign in"
        submitLook={{ variant: "primary" }}
        aside={<a href="/admin/forgot">Forgot your password?</a>}
      >
        <FormField name="email" label="E-mail address">
          {(control) => <EmailInput {...control} autoComplete="username" required />}
        </FormField>
        <FormField name="password" label="Password">
          {(control) => <PasswordInput {...control} autoComplete="current-password" required />}
        </FormField>
      </ActionForm>
      <PasskeyButton next={next} />
    </div>
  );
}
