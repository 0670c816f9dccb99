"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";

export type SetSms = ConsoleAction<{ accountSid: string; authToken: string; sender: string }>;

const FIELDS = [
  { name: "accountSid", label: "Account SID", hint: "It begins with AC; Twilio's console shows it." },
  { name: "authToken", label: "Auth token", hint: "Kept encrypted, and never shown again." },
  { name: "sender", label: "Number, name or messaging service", hint: "Such as +14155550100, or the id of a messaging service (MG…)." },
] as const;

/** Takes a Twilio account; nothing of one that is set is ever shown. */
export function SmsAccountDialog({ action, merchant, isSet }: { action: SetSms; merchant: string; isSet: boolean }) {
  const showToast = useToast();
  const label = isSet ? "Replace the account" : "Set a Twilio account";
  return (
    <Dialog
      title={label}
      description={isSet ? "What was there before is replaced at once." : "SMS go out by your own account, which Twilio bills."}
      trigger={{ label, icon: "key" }}
    >
      {(close) => (
        <ActionForm
          action={action}
          merchant={merchant}
          submitLabel="Save"
          onDone={(_, form) => {
            form.reset();
            close();
            showToast("Saved.");
          }}
        >
          {FIELDS.map(({ name, label: words, hint }) => (
            <FormField key={name} name={name} label={words} hint={hint}>
              {(control) => (
                <TextInput
                  {...control}
                  required
                  type={name === "authToken" ? "password" : "text"}
                  className="font-mono"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              )}
            </FormField>
          ))}
        </ActionForm>
      )}
    </Dialog>
  );
}
