"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { NewPasswordField } from "../sign-in/new-password-field.island.tsx";
import { PasswordInput } from "../sign-in/password-input.island.tsx";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Panel } from "../ui/panel.tsx";

interface PasswordPanelProps {
  merchant: string;
  user: { name: string; email: string };
  shopName: string;
  changePassword: ConsoleAction<{ oldPassword: string; newPassword: string }>;
}

export function PasswordPanel({ merchant, user, shopName, changePassword }: PasswordPanelProps) {
  return (
    <Panel title="Password" description="A new one signs you out everywhere else.">
      <div className="max-w-md">
        <ActionForm
          action={changePassword}
          merchant={merchant}
          toInput={(data) => ({ oldPassword: String(data.get("oldPassword")), newPassword: String(data.get("newPassword")) })}
          onDone={() => window.location.assign("/admin/account?after=password")}
          submitLabel="Change the password"
          submitLook={{ variant: "secondary" }}
        >
          <input type="email" name="email" value={user.email} autoComplete="username" readOnly hidden />
          <FormField name="oldPassword" label="Password so far">
            {(control) => <PasswordInput {...control} autoComplete="current-password" required />}
          </FormField>
          <NewPasswordField name="newPassword" label="New password" knownWords={[user.name, user.email, shopName]} />
        </ActionForm>
      </div>
    </Panel>
  );
}
